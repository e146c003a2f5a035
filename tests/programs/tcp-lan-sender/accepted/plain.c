#include <arpa/inet.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
    struct addrinfo hints, *info, *p;
    int sock = -1, error;

    if (argc != 4) {
        fprintf(stderr, "usage: %s HOST PORT MESSAGE\n", argv[0]);
        return 1;
    }
    memset(&hints, 0, sizeof hints);
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    if ((error = getaddrinfo(argv[1], argv[2], &hints, &info)) != 0) {
        fprintf(stderr, "%s: %s\n", argv[1], gai_strerror(error));
        return 1;
    }
    for (p = info; p != NULL; p = p->ai_next) {
        sock = socket(p->ai_family, p->ai_socktype, p->ai_protocol);
        if (sock < 0)
            continue;
        if (connect(sock, p->ai_addr, p->ai_addrlen) == 0)
            break;
        close(sock);
        sock = -1;
    }
    freeaddrinfo(info);
    if (sock < 0) {
        perror("connect");
        return 1;
    }

    const char *rest = argv[3];
    size_t left = strlen(rest);
    while (left > 0) {
        ssize_t n = send(sock, rest, left, 0);
        if (n < 0) {
            perror("send");
            return 1;
        }
        rest += n;
        left -= n;
    }
    close(sock);
    return 0;
}
