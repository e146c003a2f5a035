// UDP ping client: a connected socket, SO_RCVTIMEO, and a pause between the pings.
#include <arpa/inet.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#define PINGS 10

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000.0 + t.tv_nsec / 1e6;
}

int main(int argc, char *argv[])
{
    if (argc != 3) {
        fprintf(stderr, "usage: %s host port\n", argv[0]);
        return 1;
    }
    int sock = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in server = {0};
    server.sin_family = AF_INET;
    server.sin_port = htons((unsigned short)atoi(argv[2]));
    inet_pton(AF_INET, argv[1], &server.sin_addr);
    if (connect(sock, (struct sockaddr *)&server, sizeof(server)) < 0) {
        perror("connect");
        return 1;
    }
    struct timeval limit = {1, 0};
    setsockopt(sock, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof(limit));

    int lost = 0;
    double sum = 0;
    for (int i = 1; i <= PINGS; i++) {
        char message[128];
        char reply[128];
        double sent = now();
        int length = snprintf(message, sizeof(message), "Ping %d %.3f\n", i, sent);
        send(sock, message, length, 0);
        ssize_t n;
        // Anything that is not what was just sent is the reply to an earlier ping.
        do {
            n = recv(sock, reply, sizeof(reply) - 1, 0);
        } while (n >= 0 && (n != length || memcmp(reply, message, length) != 0));
        if (n < 0) {
            lost++;
            printf("seq %d: Request timed out\n", i);
        } else {
            reply[n] = '\0';
            printf("seq %d: %s    round trip %.2f ms\n", i, reply, now() - sent);
            sum += now() - sent;
        }
        usleep(100 * 1000);
    }
    printf("--- %s ping statistics ---\n", argv[1]);
    printf("%d packets transmitted, %d received, %.1f%% packet loss\n", PINGS, PINGS - lost, lost * 100.0 / PINGS);
    if (lost < PINGS)
        printf("mean round trip %.2f ms\n", sum / (PINGS - lost));
    close(sock);
    return 0;
}
