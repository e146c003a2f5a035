/* poll() with the milliseconds that are left; the socket is connected. */
#include <arpa/inet.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static long long now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000LL + t.tv_nsec / 1000000;
}

int main(int argc, char *argv[])
{
    struct sockaddr_in monitor = {.sin_family = AF_INET};
    int number = 0, sock = socket(AF_INET, SOCK_DGRAM, 0);
    long long due = now(), period;
    char line[500];

    if (argc < 5)
        return 2;
    monitor.sin_port = htons((unsigned short)atoi(argv[2]));
    inet_pton(AF_INET, argv[1], &monitor.sin_addr);
    if (connect(sock, (struct sockaddr *)&monitor, sizeof monitor) < 0) {
        perror("connect");
        return 1;
    }
    period = 1000LL * atoi(argv[4]);
    for (;;) {
        struct pollfd p = {.fd = sock, .events = POLLIN};
        long long left = due - now();
        ssize_t got;
        if (left <= 0) {
            int size = snprintf(line, sizeof line, "ALIVE %s %d", argv[3], ++number);
            if (send(sock, line, (size_t)size, 0) < 0)
                perror("send");
            due += period;
            continue;
        }
        if (poll(&p, 1, (int)left) <= 0)
            continue;
        got = recv(sock, line, sizeof line - 1, 0);
        if (got < 0) {
            perror("recv");
            continue;
        }
        line[got] = '\0';
        line[strcspn(line, "\r\n")] = '\0';
        if (strcmp(line, "STOP") == 0) {
            int size = snprintf(line, sizeof line, "BYE %s", argv[3]);
            send(sock, line, (size_t)size, 0);
            return 0;
        }
    }
}
