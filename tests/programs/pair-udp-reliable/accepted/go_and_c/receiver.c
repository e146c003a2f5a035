// UDP receiver that acknowledges
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    char buffer[1024], ack[32];
    struct sockaddr_in me, sender;
    int next = 0;

    if (argc != 2) {
        fprintf(stderr, "usage: %s PORT\n", argv[0]);
        return 1;
    }
    int sock = socket(AF_INET, SOCK_DGRAM, 0);
    memset(&me, 0, sizeof me);
    me.sin_family = AF_INET;
    me.sin_addr.s_addr = htonl(INADDR_ANY);
    me.sin_port = htons(atoi(argv[1]));
    if (bind(sock, (struct sockaddr *)&me, sizeof me) < 0) {
        perror("bind");
        return 1;
    }
    for (;;) {
        socklen_t length = sizeof sender;
        ssize_t n = recvfrom(sock, buffer, sizeof buffer - 1, 0, (struct sockaddr *)&sender, &length);
        if (n < 0) continue;
        buffer[n] = '\0';
        char *text;
        long seq = strtol(buffer, &text, 10);
        if (text == buffer || *text != ' ') continue;
        if (seq == next) {
            printf("%ld: %s\n", seq, text + 1);
            next++;
        }
        n = sprintf(ack, "ACK %ld", seq);
        sendto(sock, ack, n, 0, (struct sockaddr *)&sender, length);
    }
}
