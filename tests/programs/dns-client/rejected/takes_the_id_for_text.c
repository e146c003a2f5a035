/* fails: asks
 * diagnosis: none
 * mistake: strlen() is the length of a message with zeros in it. */
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>

int main(int argc, char *argv[]) {
    if (argc != 4) return 2;
    int sock = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in server = {.sin_family = AF_INET, .sin_port = htons((unsigned short)atoi(argv[2]))};
    inet_pton(AF_INET, argv[1], &server.sin_addr);
    char query[300] = {0x12, 0x34, 1, 0, 0, 1}, answer[1024];
    size_t at = 12;
    for (char *label = strtok(argv[3], "."); label != NULL; label = strtok(NULL, ".")) {
        query[at++] = (char)strlen(label);
        strcpy(query + at, label);
        at += strlen(label);
    }
    query[at + 2] = 1;
    query[at + 4] = 1;
    struct timeval limit = {.tv_sec = 2};
    setsockopt(sock, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof(limit));
    for (int i = 0; i < 3; i++) {
        sendto(sock, query, strlen(query), 0, (struct sockaddr *)&server, sizeof(server));
        ssize_t got = recvfrom(sock, answer, sizeof(answer), 0, NULL, NULL);
        if (got < 16) continue;
        unsigned char *end = (unsigned char *)answer + got - 4;
        printf("%u.%u.%u.%u\n", end[0], end[1], end[2], end[3]);
        return 0;
    }
    return 1;
}
