// UDP sender
// mistake: The message is in argv[3], but an empty buffer is sent.
// fails: message-arrives
// diagnosis: sends_nothing_in_it
#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
    char buffer[2048];
    struct addrinfo hints, *res;

    if (argc < 4) {
        fprintf(stderr, "usage: %s host port message\n", argv[0]);
        return 1;
    }

    memset(buffer, 0, sizeof buffer);
    memset(&hints, 0, sizeof hints);
    hints.ai_family = AF_INET;
    hints.ai_socktype = SOCK_DGRAM;
    if (getaddrinfo(argv[1], argv[2], &hints, &res) != 0)
        return 1;

    int fd = socket(res->ai_family, res->ai_socktype, res->ai_protocol);
    sendto(fd, buffer, strlen(buffer), 0, res->ai_addr, res->ai_addrlen);
    printf("Sent: %s\n", argv[3]);
    freeaddrinfo(res);
    close(fd);
    return 0;
}
