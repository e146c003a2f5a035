// A chat between two equals:  ./chat MY_PORT HOST PORT
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
    if (argc < 4) {
        fprintf(stderr, "usage: %s MY_PORT HOST PORT\n", argv[0]);
        return 1;
    }

    int my_port = 0;        // fill in: the port to listen on, from the first argument (argv[1]), as a number
    const char *host = "";  // fill in: the other one's address, from the second argument
    int port = 0;           // fill in: the other one's port, from the third argument, as a number

    if (my_port == 0) {
        fprintf(stderr, "Fill in the ports and the host first.\n");
        return 1;
    }

    char line[2048];
    struct sockaddr_in me, other;
    int on = 1;
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
    memset(&me, 0, sizeof(me));
    me.sin_family = AF_INET;
    me.sin_addr.s_addr = htonl(INADDR_ANY);
    me.sin_port = htons(my_port);
    if (bind(listener, (struct sockaddr *)&me, sizeof(me)) < 0 || listen(listener, 2) < 0) {
        perror("bind or listen");
        return 1;
    }

    memset(&other, 0, sizeof(other));
    other.sin_family = AF_INET;
    other.sin_port = htons(port);
    inet_pton(AF_INET, host, &other.sin_addr);

    // fill in: call the other one; when nobody is there (connect() returns -1), wait to be called: accept()
    int connection = accept(listener, NULL, NULL);

    for (;;) {
        // Waits until somebody has typed a line (descriptor 0), or something has come.
        fd_set set;
        FD_ZERO(&set);
        FD_SET(0, &set);
        FD_SET(connection, &set);
        if (select(connection + 1, &set, NULL, NULL, NULL) < 0)
            return 1;
        if (FD_ISSET(connection, &set)) {
            ssize_t n = recv(connection, line, sizeof(line) - 1, 0);
            if (n <= 0)
                return 0;
            // fill in: print what has come; recv() puts no '\0' after it
        }
        if (FD_ISSET(0, &set)) {
            ssize_t n = read(0, line, sizeof(line));
            if (n <= 0)
                return 0;
            // fill in: send the line to the other one
        }
    }
}
