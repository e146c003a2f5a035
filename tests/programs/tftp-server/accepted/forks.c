/* TFTP server: a process for each transfer, a connected socket, SO_RCVTIMEO */
#include <arpa/inet.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

static void give(int sock, FILE *file) {
    unsigned char data[516], answer[516];
    unsigned block = 1;
    for (;; block++) {
        data[0] = 0, data[1] = 3, data[2] = (unsigned char)(block >> 8), data[3] = (unsigned char)block;
        size_t size = fread(data + 4, 1, 512, file);
        int done = 0;
        for (int tries = 0; tries < 5 && !done; tries++) {
            send(sock, data, size + 4, 0);
            for (;;) {
                ssize_t got = recv(sock, answer, sizeof(answer), 0);
                if (got < 0) break;
                if (got >= 4 && answer[1] == 5) return;
                if (got >= 4 && answer[0] == 0 && answer[1] == 4 && answer[2] == data[2] && answer[3] == data[3]) {
                    done = 1;
                    break;
                }
            }
        }
        if (!done || size < 512) return;
    }
}

int main(int argc, char *argv[]) {
    if (argc != 2) return 1;
    signal(SIGCHLD, SIG_IGN);
    int sock = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in own = {.sin_family = AF_INET, .sin_port = htons((unsigned short)atoi(argv[1]))};
    if (bind(sock, (struct sockaddr *)&own, sizeof(own)) < 0) {
        perror("bind");
        return 1;
    }
    for (;;) {
        char request[600] = {0};
        struct sockaddr_in client;
        socklen_t length = sizeof(client);
        ssize_t got = recvfrom(sock, request, sizeof(request) - 1, 0, (struct sockaddr *)&client, &length);
        if (got < 4 || request[0] != 0 || (request[1] != 1 && request[1] != 2)) continue;
        if (fork() != 0) continue;
        int own_sock = socket(AF_INET, SOCK_DGRAM, 0);
        struct timeval limit = {.tv_sec = 1};
        setsockopt(own_sock, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof(limit));
        connect(own_sock, (struct sockaddr *)&client, length);
        FILE *file = request[1] == 1 && strchr(request + 2, '/') == NULL ? fopen(request + 2, "rb") : NULL;
        if (file == NULL)
            send(own_sock, request[1] == 1 ? "\0\5\0\1File not found" : "\0\5\0\2Not allowed here", request[1] == 1 ? 19 : 21, 0);
        else
            give(own_sock, file);
        exit(0);
    }
}
