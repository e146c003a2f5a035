// UDP sender: SO_RCVTIMEO; the line goes out with the newline that fgets() left in it
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#define MAXTRIES 6

int main(int argc, char *argv[])
{
    if (argc != 4) {
        fprintf(stderr, "usage: %s HOST PORT FILE\n", argv[0]);
        return 2;
    }
    FILE *file = fopen(argv[3], "r");
    if (file == NULL) {
        perror(argv[3]);
        return 2;
    }
    int sock = socket(AF_INET, SOCK_DGRAM, 0);
    struct timeval limit = {0, 300000};
    setsockopt(sock, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);

    struct sockaddr_in to;
    memset(&to, 0, sizeof to);
    to.sin_family = AF_INET;
    to.sin_port = htons(atoi(argv[2]));
    to.sin_addr.s_addr = inet_addr(argv[1]);

    char line[1024], message[1100], answer[1024], wanted[32];
    int seq = 0;
    while (fgets(line, sizeof line, file) != NULL) {
        int length = snprintf(message, sizeof message, "%d %s", seq, line);
        snprintf(wanted, sizeof wanted, "ACK %d", seq);
        int acked = 0;
        for (int tries = 0; tries < MAXTRIES && !acked; tries++) {
            sendto(sock, message, length, 0, (struct sockaddr *)&to, sizeof to);
            ssize_t n;
            while (!acked && (n = recvfrom(sock, answer, sizeof answer - 1, 0, NULL, NULL)) >= 0) {
                answer[n] = '\0';
                acked = strcmp(answer, wanted) == 0;
            }
        }
        if (!acked) {
            fprintf(stderr, "no acknowledgement for line %d\n", seq);
            return 1;
        }
        seq++;
    }
    printf("%d lines sent\n", seq);
    fclose(file);
    close(sock);
    return 0;
}
