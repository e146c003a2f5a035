/* A quick heart: a hundred times a second, which is the most. */
#include <arpa/inet.h>
#include <errno.h>
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
    a.sin_addr.s_addr = htonl(INADDR_ANY);
    if (bind(s, (struct sockaddr *)&a, sizeof a) < 0) {
        perror("bind");
        return 1;
    }
    fcntl(s, F_SETFL, O_NONBLOCK);
    for (;;) {
        char text[65536];
        ssize_t n = recvfrom(s, text, sizeof text - 1, 0, NULL, NULL);
        if (n >= 0) {
            text[n] = 0;
            printf("got: %s\n", text);
        } else if (errno == EAGAIN) {
            printf(".\n");
        }
        fflush(stdout);
        usleep(10000);
    }
}
