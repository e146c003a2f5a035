#include <netinet/in.h>
#include <stdlib.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = htons(atoi(argv[1]))}, client;
    if (argc != 2 || bind(fd, (struct sockaddr *)&here, sizeof(here)) < 0)
        return 1;
    char buffer[65536];
    for (;;) {
        socklen_t length = sizeof(client);
        ssize_t n = recvfrom(fd, buffer, sizeof(buffer), 0, (struct sockaddr *)&client, &length);
        if (n >= 0)
            sendto(fd, buffer, n, 0, (struct sockaddr *)&client, length);
    }
}
