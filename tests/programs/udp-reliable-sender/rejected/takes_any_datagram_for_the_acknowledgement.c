// UDP sender
// mistake: Whatever comes is taken for the acknowledgement; the number in it is not looked at.
// fails: ignores-doubled-acks, ignores-stale-acks
// diagnosis: takes_any_acknowledgement
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
    struct timeval timeout = {0, 300000};
    struct sockaddr_in to;
    int seq = 0;

    if (argc < 4) return 1;
    int sock = socket(AF_INET, SOCK_DGRAM, 0);
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
        do {
            sendto(sock, message, strlen(message), 0, (struct sockaddr *)&to, sizeof(to));
        } while (recvfrom(sock, answer, sizeof(answer), 0, NULL, NULL) < 0);
        seq++;
    }
    close(sock);
    return 0;
}
