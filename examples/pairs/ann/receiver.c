// A UDP receiver: ./receiver PORT
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    if (argc != 2) {
        fprintf(stderr, "usage: %s PORT\n", argv[0]);
        return 1;
    }
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in here = {.sin_family = AF_INET};
    here.sin_addr.s_addr = INADDR_ANY;
    here.sin_port = htons(atoi(argv[1]));
    if (bind(fd, (struct sockaddr *)&here, sizeof(here)) < 0) {
        perror("bind");
        return 1;
    }
    char buffer[65536];
    for (;;) {
        ssize_t n = recvfrom(fd, buffer, sizeof(buffer) - 1, 0, NULL, NULL);
        if (n < 0) {
            perror("recvfrom");
            return 1;
        }
        buffer[n] = '\0';
        printf("Message: %s\n", buffer);
        fflush(stdout);
    }
}
