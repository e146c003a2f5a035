// UDP ping client: the time-out is an alarm() that interrupts recvfrom(); times in microseconds.
#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

static void ring(int signal)
{
    (void)signal;
}

int main(int argc, char *argv[])
{
    if (argc < 3)
        return 1;
    struct addrinfo hints = {0}, *server;
    hints.ai_family = AF_INET;
    hints.ai_socktype = SOCK_DGRAM;
    if (getaddrinfo(argv[1], argv[2], &hints, &server) != 0)
        return 1;
    int sock = socket(server->ai_family, server->ai_socktype, 0);

    struct sigaction action = {0};  // no SA_RESTART: recvfrom() shall end with EINTR
    action.sa_handler = ring;
    sigaction(SIGALRM, &action, NULL);

    int received = 0;
    int number = 1;
    while (number <= 10) {
        char text[64], reply[2048];
        struct timeval start, end;
        gettimeofday(&start, NULL);
        sprintf(text, "Ping %d %ld", number, (long)start.tv_sec);
        sendto(sock, text, strlen(text), 0, server->ai_addr, server->ai_addrlen);
        alarm(1);
        for (;;) {
            ssize_t n = recvfrom(sock, reply, sizeof(reply) - 1, 0, NULL, NULL);
            if (n < 0) {
                printf("Request timed out\n");
                break;
            }
            reply[n] = '\0';
            int got;
            if (sscanf(reply, "Ping %d", &got) == 1 && got == number) {
                gettimeofday(&end, NULL);
                long us = (end.tv_sec - start.tv_sec) * 1000000L + end.tv_usec - start.tv_usec;
                printf("Reply to ping %d after %ld us\n", number, us);
                received++;
                break;
            }
        }
        alarm(0);
        number++;
    }
    printf("lost: %d%%\n", (10 - received) * 100 / 10);
    return 0;
}
