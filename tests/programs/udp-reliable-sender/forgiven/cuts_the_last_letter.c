// UDP sender
// oddity: The last character of each line is taken for its newline, also where the file ends without one.
// fails: last-line-without-newline
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
    char line[256], message[300], answer[64], wanted[64];
    struct timeval tv = {.tv_sec = 0, .tv_usec = 200000};
    struct sockaddr_in server = {0};
    int seq = 0;

    if (argc < 4) return 1;
    FILE *f = fopen(argv[3], "r");
    if (!f) return 1;
    int s = socket(AF_INET, SOCK_DGRAM, 0);
    setsockopt(s, SOL_SOCKET, SO_RCVTIMEO, &tv, sizeof(tv));
    server.sin_family = AF_INET;
    server.sin_addr.s_addr = inet_addr(argv[1]);
    server.sin_port = htons(atoi(argv[2]));
    while (fgets(line, sizeof(line), f)) {
        line[strlen(line) - 1] = '\0';
        sprintf(message, "%d %s", seq, line);
        sprintf(wanted, "ACK %d", seq);
        do {
            sendto(s, message, strlen(message), 0, (struct sockaddr *)&server, sizeof(server));
            memset(answer, 0, sizeof(answer));
            while (recv(s, answer, sizeof(answer) - 1, 0) > 0 && strcmp(answer, wanted) != 0)
                memset(answer, 0, sizeof(answer));
        } while (strcmp(answer, wanted) != 0);
        seq++;
    }
    close(s);
    return 0;
}
