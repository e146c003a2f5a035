/* UDP receiver
 * oddity: A space in the format of sscanf() stands for any number of blanks, also for those that the text begins with.
 * fails: text-with-blanks
 */
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    int sock = socket(AF_INET, SOCK_DGRAM, 0), number, next = 0;
    struct sockaddr_in me = {.sin_family = AF_INET}, sender;
    char datagram[2048], text[2048], ack[32];

    if (argc != 2)
        return 1;
    me.sin_port = htons(atoi(argv[1]));
    if (bind(sock, (struct sockaddr *)&me, sizeof me) < 0) {
        perror("bind");
        return 1;
    }
    for (;;) {
        socklen_t length = sizeof sender;
        ssize_t n = recvfrom(sock, datagram, sizeof datagram - 1, 0, (struct sockaddr *)&sender, &length);
        if (n <= 0)
            continue;
        datagram[n] = '\0';
        if (sscanf(datagram, "%d %[^\n]", &number, text) != 2)
            continue;
        if (number == next) {
            puts(text);
            fflush(stdout);
            next++;
        }
        sprintf(ack, "ACK %d", number);
        sendto(sock, ack, strlen(ack), 0, (struct sockaddr *)&sender, length);
    }
}
