/* Capitalization server: a child process for each client. */
#include <arpa/inet.h>
#include <ctype.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define BUFFER_SIZE 1024

static void serve(int client)
{
    char buffer[BUFFER_SIZE];
    ssize_t n;

    while ((n = recv(client, buffer, sizeof buffer, 0)) > 0) {
        for (ssize_t i = 0; i < n; i++)
            buffer[i] = toupper((unsigned char)buffer[i]);
        ssize_t sent = 0;
        while (sent < n) {
            ssize_t m = send(client, buffer + sent, n - sent, MSG_NOSIGNAL);
            if (m < 0)
                return;
            sent += m;
        }
    }
}

int main(int argc, char *argv[])
{
    if (argc != 2) {
        fprintf(stderr, "usage: %s PORT\n", argv[0]);
        return 1;
    }

    signal(SIGCHLD, SIG_IGN); /* no zombies */

    int listener = socket(AF_INET, SOCK_STREAM, 0);
    if (listener < 0) {
        perror("socket");
        return 1;
    }
    int yes = 1;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);

    struct sockaddr_in address;
    memset(&address, 0, sizeof address);
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_ANY);
    address.sin_port = htons(atoi(argv[1]));
    if (bind(listener, (struct sockaddr *)&address, sizeof address) < 0) {
        perror("bind");
        return 1;
    }
    if (listen(listener, 10) < 0) {
        perror("listen");
        return 1;
    }
    printf("Server listening on port %s\n", argv[1]);

    for (;;) {
        struct sockaddr_in peer;
        socklen_t length = sizeof peer;
        int client = accept(listener, (struct sockaddr *)&peer, &length);
        if (client < 0) {
            perror("accept");
            continue;
        }
        printf("Connection from %s\n", inet_ntoa(peer.sin_addr));
        if (fork() == 0) {
            close(listener);
            serve(client);
            close(client);
            _exit(0);
        }
        close(client);
    }
}
