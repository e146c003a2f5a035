#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
    struct sockaddr_in server = { .sin_family = AF_INET };
    struct timeval limit = { .tv_sec = 1 };
    char buffer[2048];
    int sock = socket(AF_INET, SOCK_DGRAM, 0);

    if (argc != 3)
        return 2;
    setvbuf(stdout, NULL, _IONBF, 0);
    server.sin_port = htons(atoi(argv[2]));
    inet_pton(AF_INET, argv[1], &server.sin_addr);
    setsockopt(sock, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    for (int i = 1;; i++) {
        int n = snprintf(buffer, sizeof buffer, "message %d", i);
        if (sendto(sock, buffer, n, 0, (struct sockaddr *)&server, sizeof server) < 0)
            perror("sendto");
        n = recvfrom(sock, buffer, sizeof buffer - 1, 0, NULL, NULL);
        if (n < 0) {
            printf("No answer\n");
            continue;
        }
        buffer[n] = '\0';
        printf("Reply: %s\n", buffer);
        sleep(1);
    }
}
