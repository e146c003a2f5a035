// UDP receiver that hears other computers
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

    char buffer[2048];
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

    struct sockaddr_in address;
    memset(&address, 0, sizeof(address));
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);  // fill in: this is 127.0.0.1, which hears this computer only
    address.sin_port = htons(port);
    if (bind(sock, (struct sockaddr *)&address, sizeof(address)) < 0) {
        perror("bind");
        return 1;
    }

    // One datagram. recvfrom() returns how many bytes it put into the buffer; it puts no '\0' after them.
    ssize_t n = recvfrom(sock, buffer, sizeof(buffer) - 1, 0, NULL, NULL);
    if (n < 0) {
        perror("recvfrom");
        return 1;
    }

    // fill in: print the message
    // fill in: go on to the next message

    close(sock);
    return 0;
}
