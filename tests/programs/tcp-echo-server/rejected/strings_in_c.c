/* fails: every-byte
 * diagnosis: blocked_in
 * mistake: strlen() ends at the first byte that is 0. */
#include <arpa/inet.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
    struct sockaddr_in address;
    int yes = 1, listener = socket(AF_INET, SOCK_STREAM, 0);

    if (argc < 2)
        return 1;
    signal(SIGCHLD, SIG_IGN);
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    memset(&address, 0, sizeof address);
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_ANY);
    address.sin_port = htons(atoi(argv[1]));
    if (bind(listener, (struct sockaddr *)&address, sizeof address) < 0 || listen(listener, 16) < 0) {
        perror("bind or listen");
        return 1;
    }
    for (;;) {
        char buffer[1000];
        ssize_t got;
        int connection = accept(listener, NULL, NULL);
        if (connection < 0)
            continue;
        if (fork() != 0) {
            close(connection);
            continue;
        }
        close(listener);
        while ((got = read(connection, buffer, sizeof buffer - 1)) > 0) {
            buffer[got] = '\0';
            send(connection, buffer, strlen(buffer), 0);
        }
        _exit(0);
    }
}
