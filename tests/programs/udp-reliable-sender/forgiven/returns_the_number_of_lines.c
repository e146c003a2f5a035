// UDP sender
// oddity: main() returns how many lines were sent, so the exit status is not 0.
// fails: ends-with-success, last-ack-is-lost
#include <arpa/inet.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int send_file(FILE *file, int sock)
{
    char line[1000], message[1024], answer[1024];
    int seq;
    for (seq = 0; fgets(line, sizeof line, file); seq++) {
        int number = -1;
        struct pollfd p = {sock, POLLIN, 0};
        line[strcspn(line, "\n")] = '\0';
        snprintf(message, sizeof message, "%d %s", seq, line);
        while (number != seq) {
            send(sock, message, strlen(message), 0);
            while (number != seq && poll(&p, 1, 250) > 0) {
                ssize_t n = recv(sock, answer, sizeof answer - 1, 0);
                answer[n < 0 ? 0 : n] = '\0';
                sscanf(answer, "ACK %d", &number);
            }
        }
    }
    return seq;
}

int main(int argc, char *argv[])
{
    struct sockaddr_in to = {.sin_family = AF_INET};
    if (argc < 4) return -1;
    to.sin_addr.s_addr = inet_addr(argv[1]);
    to.sin_port = htons(atoi(argv[2]));
    int sock = socket(AF_INET, SOCK_DGRAM, 0);
    connect(sock, (struct sockaddr *)&to, sizeof to);
    FILE *file = fopen(argv[3], "r");
    return file ? send_file(file, sock) : -1;
}
