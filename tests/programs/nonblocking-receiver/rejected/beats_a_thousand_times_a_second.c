/* fails: sleeps-between-heartbeats
 * diagnosis: floods
 * mistake: a millisecond is no sleep, and the screen is full of heartbeats.
 */
#include <arpa/inet.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    int s = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in a;
    memset(&a, 0, sizeof a);
    a.sin_family = AF_INET;
    a.sin_port = htons(atoi(argv[1]));
    bind(s, (struct sockaddr *)&a, sizeof a);
    fcntl(s, F_SETFL, O_NONBLOCK);
    setvbuf(stdout, NULL, _IOLBF, 0);
    while (1) {
        char text[65536];
        ssize_t n = recvfrom(s, text, sizeof text - 1, 0, NULL, NULL);
        if (n >= 0)
            printf("Message: %.*s\n", (int)n, text);
        else
            printf("no message\n");
        usleep(1000);
    }
}
