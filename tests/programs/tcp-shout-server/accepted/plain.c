#include <ctype.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>

static int send_all(int fd, const char *data, size_t size)
{
    while (size > 0) {
        ssize_t n = send(fd, data, size, 0);
        if (n < 0)
            return -1;
        data += n;
        size -= n;
    }
    return 0;
}

int main(int argc, char *argv[])
{
    struct sockaddr_in addr = { .sin_family = AF_INET };
    int listener = socket(AF_INET, SOCK_STREAM, 0), one = 1;
    char buffer[256];

    if (argc != 2)
        return 2;
    signal(SIGPIPE, SIG_IGN);
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    addr.sin_port = htons(atoi(argv[1]));
    if (bind(listener, (struct sockaddr *)&addr, sizeof addr) < 0 || listen(listener, 5) < 0) {
        perror("server");
        return 1;
    }
    for (;;) {
        int fd = accept(listener, NULL, NULL);
        ssize_t n;

        while ((n = recv(fd, buffer, sizeof buffer, 0)) > 0) {
            for (ssize_t i = 0; i < n; i++)
                buffer[i] = toupper((unsigned char)buffer[i]);
            if (send_all(fd, buffer, n) < 0)
                break;
        }
        if (n < 0)
            perror("recv");
        printf("Connection dropped.\n");
        close(fd);
    }
}
