#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    struct sockaddr_in me = { .sin_family = AF_INET };
    char buffer[4096];
    int s = socket(AF_INET, SOCK_DGRAM, 0);

    if (argc != 2)
        return 2;
    me.sin_port = htons(atoi(argv[1]));
    if (bind(s, (struct sockaddr *)&me, sizeof me) < 0) {
        perror("bind");
        return 1;
    }
    fcntl(s, F_SETFL, fcntl(s, F_GETFL) | O_NONBLOCK);
    for (;;) {
        ssize_t n = recvfrom(s, buffer, sizeof buffer - 1, 0, NULL, NULL);
        if (n >= 0) {
            buffer[n] = '\0';
            printf("Received: %s\n", buffer);
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            printf(".");
            fflush(stdout);
            usleep(200000);
        } else {
            perror("recvfrom");
            return 1;
        }
    }
}
