/* UDP receiver
 * mistake: The number that is awaited is one of four bits: after 15 it is 0 again.
 * fails: more-than-ten-lines
 * diagnosis: takes_a_new_line_for_a_double
 */
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    int sock = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in me = {.sin_family = AF_INET}, sender;
    int expected = 0;
    char datagram[2048], ack[32];

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
        int number = atoi(datagram);
        char *text = strchr(datagram, ' ');
        if (number == expected && text != NULL) {
            printf("%s\n", text + 1);
            fflush(stdout);
            expected = (expected + 1) % 16;
        }
        sprintf(ack, "ACK %d", number);
        sendto(sock, ack, strlen(ack), 0, (struct sockaddr *)&sender, length);
    }
}
