// UDP receiver
// mistake: A datagram is compared with the one before it only; an older one is taken for a new line.
// fails: knows-an-old-line, answers-where-it-was-asked
// diagnosis: prints_doubles
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    char buffer[1024], last[1024] = "", ack[32];
    struct sockaddr_in me, sender;
    memset(&me, 0, sizeof me);
    me.sin_family = AF_INET;
    me.sin_port = htons(atoi(argc > 1 ? argv[1] : "0"));
    int sock = socket(AF_INET, SOCK_DGRAM, 0);
    bind(sock, (struct sockaddr *)&me, sizeof me);
    for (;;) {
        socklen_t length = sizeof sender;
        ssize_t n = recvfrom(sock, buffer, sizeof buffer - 1, 0, (struct sockaddr *)&sender, &length);
        buffer[n] = '\0';
        sprintf(ack, "ACK %d", atoi(buffer));
        sendto(sock, ack, strlen(ack), 0, (struct sockaddr *)&sender, length);
        if (strcmp(buffer, last) != 0)
            printf("%s\n", strchr(buffer, ' ') + 1);
        strcpy(last, buffer);
    }
}
