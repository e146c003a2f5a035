// UDP sender
// mistake: A timeval has at most 999999 microseconds: setsockopt() fails, and nobody looks. There is no time limit.
// fails: resends-what-was-lost
// diagnosis: never_resends
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
    char line[256], message[300], answer[64];
    struct sockaddr_in to;
    int seq = 0;

    if (argc < 4) return 1;
    int sock = socket(AF_INET, SOCK_DGRAM, 0);
    struct timeval timeout;
    timeout.tv_sec = 0;
    timeout.tv_usec = 1000000;
    setsockopt(sock, SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof(timeout));
    memset(&to, 0, sizeof(to));
    to.sin_family = AF_INET;
    to.sin_addr.s_addr = inet_addr(argv[1]);
    to.sin_port = htons(atoi(argv[2]));

    FILE *file = fopen(argv[3], "r");
    if (file == NULL) return 1;
    while (fgets(line, sizeof(line), file)) {
        line[strcspn(line, "\n")] = '\0';
        sprintf(message, "%d %s", seq, line);
        for (;;) {
            int number = -1;
            sendto(sock, message, strlen(message), 0, (struct sockaddr *)&to, sizeof(to));
            ssize_t n = recvfrom(sock, answer, sizeof(answer) - 1, 0, NULL, NULL);
            if (n < 0) continue;
            answer[n] = '\0';
            sscanf(answer, "ACK %d", &number);
            if (number == seq) break;
        }
        seq++;
    }
    close(sock);
    return 0;
}
