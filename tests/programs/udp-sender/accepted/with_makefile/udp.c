#include "udp.h"

#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int udp_send(const char *host, const char *port, const char *text)
{
    struct addrinfo hints, *info;
    ssize_t sent;
    int fd, error;

    memset(&hints, 0, sizeof hints);
    hints.ai_family = AF_INET;
    hints.ai_socktype = SOCK_DGRAM;
    error = getaddrinfo(host, port, &hints, &info);
    if (error != 0) {
        fprintf(stderr, "%s: %s\n", host, gai_strerror(error));
        return -1;
    }

    fd = socket(info->ai_family, info->ai_socktype, info->ai_protocol);
    if (fd < 0) {
        perror("socket");
        freeaddrinfo(info);
        return -1;
    }
    sent = sendto(fd, text, strlen(text), 0, info->ai_addr, info->ai_addrlen);
    if (sent < 0)
        perror("sendto");
    close(fd);
    freeaddrinfo(info);
    return sent < 0 ? -1 : 0;
}
