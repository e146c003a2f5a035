// UDP ping client
// mistake: lost / 10 * 100 with whole numbers is 0.
// fails: says-what-timed-out
// diagnosis: prints_another_loss
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
    if (argc < 3)
        return 1;
    int sock = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in server = {0};
    server.sin_family = AF_INET;
    server.sin_port = htons((unsigned short)atoi(argv[2]));
    inet_pton(AF_INET, argv[1], &server.sin_addr);
    struct timeval limit = {.tv_sec = 1, .tv_usec = 0};
    setsockopt(sock, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof(limit));

    int lost = 0;
    for (int i = 1; i <= 10; i++) {
        char text[64], reply[1024];
        struct timeval start, end;
        gettimeofday(&start, NULL);
        int length = sprintf(text, "Ping %d %ld", i, (long)start.tv_sec);
        sendto(sock, text, length, 0, (struct sockaddr *)&server, sizeof(server));
        ssize_t n;
        int number = 0;
        do {
            n = recv(sock, reply, sizeof(reply) - 1, 0);
            if (n >= 0) {
                reply[n] = '\0';
                sscanf(reply, "Ping %d", &number);
            }
        } while (n >= 0 && number != i);
        if (n < 0) {
            printf("Request timed out\n");
            lost++;
            continue;
        }
        gettimeofday(&end, NULL);
        printf("Ping %d: %.3f ms\n", i,
               (end.tv_sec - start.tv_sec) * 1000.0 + (end.tv_usec - start.tv_usec) / 1000.0);
    }
    printf("%d sent, %d lost, loss %d%%\n", 10, lost, lost / 10 * 100);
    close(sock);
    return 0;
}
