/* UDP sender
 * oddity: strncmp() looks at five characters, as many as "ACK 1" has: ACK 12 is taken for ACK 14.
 * fails: acks-with-two-digits
 */
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>

int main(int argc, char **argv)
{
    int sock = socket(AF_INET, SOCK_DGRAM, 0), number = 0;
    struct sockaddr_in to = {.sin_family = AF_INET};
    struct timeval limit = {0, 400000};
    char line[2000], datagram[2048], wanted[32], answer[256];
    FILE *file;

    if (argc != 4 || (file = fopen(argv[3], "r")) == NULL) {
        fprintf(stderr, "usage: %s HOST PORT FILE\n", argv[0]);
        return 2;
    }
    to.sin_port = htons(atoi(argv[2]));
    inet_pton(AF_INET, argv[1], &to.sin_addr);
    setsockopt(sock, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    while (fgets(line, sizeof line, file)) {
        int acknowledged = 0;
        line[strcspn(line, "\n")] = '\0';
        snprintf(datagram, sizeof datagram, "%d %s", number, line);
        sprintf(wanted, "ACK %d", number);
        for (int tries = 0; tries < 10 && !acknowledged; tries++) {
            sendto(sock, datagram, strlen(datagram), 0, (struct sockaddr *)&to, sizeof to);
            for (;;) {
                ssize_t n = recv(sock, answer, sizeof answer - 1, 0);
                if (n < 0)
                    break;
                answer[n] = '\0';
                if (strncmp(answer, wanted, 5) == 0) {
                    acknowledged = 1;
                    break;
                }
            }
        }
        if (!acknowledged) {
            fprintf(stderr, "no answer\n");
            return 1;
        }
        number++;
    }
    fclose(file);
    return 0;
}
