// UDP receiver
// mistake: It connects its socket to the first sender, and the kernel drops what others send.
// fails: prints-one-after-another
// diagnosis: connects_to_the_first_peer
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    char buffer[4096];
    struct sockaddr_in addr = {0}, peer;
    socklen_t length = sizeof(peer);
    ssize_t n;

    if (argc != 2) {
        fprintf(stderr, "usage: %s PORT\n", argv[0]);
        return 1;
    }

    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    addr.sin_family = AF_INET;
    addr.sin_addr.s_addr = htonl(INADDR_ANY);
    addr.sin_port = htons(atoi(argv[1]));
    if (bind(fd, (struct sockaddr *)&addr, sizeof(addr)) < 0) {
        perror("bind");
        return 1;
    }

    n = recvfrom(fd, buffer, sizeof(buffer) - 1, 0, (struct sockaddr *)&peer, &length);
    connect(fd, (struct sockaddr *)&peer, length);
    while (n >= 0) {
        buffer[n] = '\0';
        printf("%s\n", buffer);
        n = recv(fd, buffer, sizeof(buffer) - 1, 0);
    }
    return 0;
}
