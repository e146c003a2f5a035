// One question and one scanf() for the host and both ports.
#include <arpa/inet.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

int main(void)
{
    char host[64];
    int first, last;
    printf("host first last: ");
    fflush(stdout);
    if (scanf("%63s %d %d", host, &first, &last) != 3)
        return 1;
    for (int port = first; port <= last; port++) {
        struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((unsigned short)port)};
        int fd = socket(AF_INET, SOCK_STREAM, 0);
        inet_pton(AF_INET, host, &to.sin_addr);
        if (connect(fd, (struct sockaddr *)&to, sizeof to) == 0)
            printf("%d open\n", port);
        close(fd);
    }
    return 0;
}
