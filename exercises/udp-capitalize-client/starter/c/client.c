// UDP capitalize client
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
    if (argc < 3) {
        fprintf(stderr, "usage: %s HOST PORT\n", argv[0]);
        return 1;
    }

    const char *host = "";  // fill in: the address of the server, from the first argument (argv[1])
    int port = 0;           // fill in: the port of the server, from the second argument, as a number
    char text[2048] = "";

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

    // Where the text shall go. Numbers on the network have an order of their own: see htons().
    struct sockaddr_in server;
    memset(&server, 0, sizeof(server));
    server.sin_family = AF_INET;
    server.sin_port = htons(port);
    if (inet_pton(AF_INET, host, &server.sin_addr) != 1) {
        fprintf(stderr, "not an address: %s\n", host);
        return 1;
    }

    // fill in: read the text from standard input, see fgets()
    (void)text;

    // fill in: send the text to the server in one datagram
    // fill in: receive the reply; recvfrom() puts no '\0' after it
    // fill in: print the reply

    close(sock);
    return 0;
}
