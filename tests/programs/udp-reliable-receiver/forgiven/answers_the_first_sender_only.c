// UDP receiver
// oddity: It connects its socket to the first sender, and does not hear it any more when its port has changed.
// fails: answers-where-it-was-asked
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    char buffer[1024], ack[32];
    struct sockaddr_in me = {.sin_family = AF_INET}, sender;
    socklen_t length = sizeof(sender);
    int next = 0, seq;

    int sock = socket(AF_INET, SOCK_DGRAM, 0);
    me.sin_port = htons(atoi(argc > 1 ? argv[1] : "12000"));
    if (bind(sock, (struct sockaddr *)&me, sizeof(me)) < 0)
        return 1;
    recvfrom(sock, buffer, sizeof(buffer), MSG_PEEK, (struct sockaddr *)&sender, &length);
    connect(sock, (struct sockaddr *)&sender, length);
    for (;;) {
        ssize_t n = recv(sock, buffer, sizeof(buffer) - 1, 0);
        if (n <= 0) continue;
        buffer[n] = 0;
        sscanf(buffer, "%d", &seq);
        if (seq == next) {
            puts(strchr(buffer, ' ') + 1);
            next++;
        }
        sprintf(ack, "ACK %d", seq);
        send(sock, ack, strlen(ack), 0);
    }
}
