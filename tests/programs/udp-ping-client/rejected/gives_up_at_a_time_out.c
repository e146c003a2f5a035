// UDP ping client
// mistake: The first time-out ends the program.
// fails: says-what-timed-out
// diagnosis: gives_up_at_a_time_out
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

    int received = 0;
    for (int i = 1; i <= 10; i++) {
        char text[64], reply[1024];
        struct timeval start, end;
        gettimeofday(&start, NULL);
        int length = sprintf(text, "Ping %d %ld", i, (long)start.tv_sec);
        sendto(sock, text, length, 0, (struct sockaddr *)&server, sizeof(server));
        if (recv(sock, reply, sizeof(reply), 0) < 0) {
            printf("Request timed out\n");
            break;
        }
        gettimeofday(&end, NULL);
        printf("Ping %d: %.3f ms\n", i,
               (end.tv_sec - start.tv_sec) * 1000.0 + (end.tv_usec - start.tv_usec) / 1000.0);
        received++;
    }
    printf("%d%% loss\n", 100 - received * 10);
    close(sock);
    return 0;
}
