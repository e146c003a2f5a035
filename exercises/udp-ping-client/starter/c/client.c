// UDP ping client
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#define PINGS 10

int main(int argc, char *argv[])
{
    if (argc < 3) {
        fprintf(stderr, "usage: %s HOST PORT\n", argv[0]);
        return 1;
    }

    const char *host = "";  // fill in: the address of the server, from the first argument (argv[1])
    int port = 0;           // fill in: the port of the server, from the second argument, as a number

    if (port == 0) {
        fprintf(stderr, "Fill in the host and the port first.\n");
        return 1;
    }

    // A UDP socket (SOCK_DGRAM) for IPv4 (AF_INET).
    int sock = socket(AF_INET, SOCK_DGRAM, 0);
    if (sock < 0) {
        perror("socket");
        return 1;
    }

    // Where the pings shall go. Numbers on the network have an order of their own: see htons().
    struct sockaddr_in server;
    memset(&server, 0, sizeof(server));
    server.sin_family = AF_INET;
    server.sin_port = htons(port);
    if (inet_pton(AF_INET, host, &server.sin_addr) != 1) {
        fprintf(stderr, "not an address: %s\n", host);
        return 1;
    }

    // A struct timeval has seconds and microseconds.
    struct timeval limit = {0, 0};  // fill in: one second
    setsockopt(sock, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof(limit));

    for (int number = 1; number <= PINGS; number++) {
        struct timeval sent;
        gettimeofday(&sent, NULL);
        // fill in: put "Ping", its number and the time together, see snprintf(), and send it to the server
        // fill in: wait for the reply with this number; throw others away
        // fill in: print the round-trip time with its unit, or that the request timed out
    }

    // fill in: print the loss as a percentage
    close(sock);
    return 0;
}
