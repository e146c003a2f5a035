// UDP receiver that acknowledges, and prints each line once
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
    if (argc < 2) {
        fprintf(stderr, "usage: %s PORT\n", argv[0]);
        return 1;
    }

    int port = 0;  // fill in: the port to listen on, from the first argument (argv[1]), as a number

    if (port == 0) {
        fprintf(stderr, "Fill in the port first.\n");
        return 1;
    }

    // A UDP socket (SOCK_DGRAM) for IPv4 (AF_INET).
    int sock = socket(AF_INET, SOCK_DGRAM, 0);
    if (sock < 0) {
        perror("socket");
        return 1;
    }

    // INADDR_ANY stands for every address of this computer.
    struct sockaddr_in me;
    memset(&me, 0, sizeof(me));
    me.sin_family = AF_INET;
    me.sin_addr.s_addr = htonl(INADDR_ANY);
    me.sin_port = htons(port);
    if (bind(sock, (struct sockaddr *)&me, sizeof(me)) < 0) {
        perror("bind");
        return 1;
    }

    char buffer[2048];
    int expected = 0;  // the number of the next line
    (void)expected;

    for (;;) {
        // recvfrom() returns how many bytes came; it puts no '\0' after them. `sender` is who sent them.
        struct sockaddr_in sender;
        socklen_t length = sizeof(sender);
        ssize_t n = recvfrom(sock, buffer, sizeof(buffer) - 1, 0, (struct sockaddr *)&sender, &length);
        if (n < 0) {
            perror("recvfrom");
            return 1;
        }
        buffer[n] = '\0';

        // fill in: take the datagram apart: the number stands before the first space, the text behind it
        // fill in: when it is the line that comes next, print its text and a newline
        // fill in: send the acknowledgement, "ACK " and the number, to `sender`
    }
}
