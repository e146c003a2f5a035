/* usage: ./server HOST PORT */
#include <arpa/inet.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

int main(int argc, char *argv[]) {
    struct sockaddr_in me, client;
    socklen_t length;
    char buffer[65536];
    int sock = socket(AF_INET, SOCK_DGRAM, 0);

    memset(&me, 0, sizeof(me));
    me.sin_family = AF_INET;
    me.sin_addr.s_addr = argc > 1 ? inet_addr(argv[1]) : INADDR_ANY;
    me.sin_port = htons(argc > 2 ? atoi(argv[2]) : 0);
    if (bind(sock, (struct sockaddr *)&me, sizeof(me)) < 0) {
        perror("bind");
        return 1;
    }
    printf("ready\n");
    for (;;) {
        ssize_t i, n;
        length = sizeof(client);
        n = recvfrom(sock, buffer, sizeof(buffer), 0, (struct sockaddr *)&client, &length);
        if (n < 0)
            continue;
        for (i = 0; i < n; i++)
            buffer[i] = (char)toupper((unsigned char)buffer[i]);
        sendto(sock, buffer, (size_t)n, 0, (struct sockaddr *)&client, length);
    }
}
