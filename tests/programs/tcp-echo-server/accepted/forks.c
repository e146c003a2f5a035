/* A process for each client. */
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
        while ((got = read(connection, buffer, sizeof buffer)) > 0) {
            char *next = buffer;
            while (got > 0) {
                ssize_t sent = write(connection, next, got);
                if (sent <= 0)
                    _exit(0);
                next += sent;
                got -= sent;
            }
        }
        _exit(0);
    }
}
