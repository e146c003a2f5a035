// UDP receiver
// mistake: scanf's %s stops at the first space, so only the first word of the text is printed.
// fails: prints-each-line
// diagnosis: first_word_only
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    char buffer[1024], text[1024], ack[32];
    struct sockaddr_in me, sender;
    int seq, next = 0;
    if (argc < 2) return 1;
    memset(&me, 0, sizeof me);
    me.sin_family = AF_INET;
    me.sin_port = htons(atoi(argv[1]));
    int sock = socket(AF_INET, SOCK_DGRAM, 0);
    bind(sock, (struct sockaddr *)&me, sizeof me);
    while (1) {
        socklen_t length = sizeof sender;
        ssize_t n = recvfrom(sock, buffer, sizeof buffer - 1, 0, (struct sockaddr *)&sender, &length);
        buffer[n] = '\0';
        sscanf(buffer, "%d %s", &seq, text);
        if (seq == next) {
            printf("%s\n", text);
            next++;
        }
        sprintf(ack, "ACK %d", seq);
        sendto(sock, ack, strlen(ack), 0, (struct sockaddr *)&sender, length);
    }
}
