// UDP patient client
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
    if (argc < 3) {
        fprintf(stderr, "usage: %s HOST PORT\n", argv[0]);
        return 1;
    }

    const char *host = "";  // fill in: the address of the server, from the first argument (argv[1])
    int port = 0;           // fill in: the port of the server, from the second argument, as a number
    char message[100];
    int number = 1;

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
    // fill in: a time limit of one second for recvfrom(): setsockopt() with SO_RCVTIMEO and a struct timeval

    struct sockaddr_in server;
    memset(&server, 0, sizeof(server));
    server.sin_family = AF_INET;
    server.sin_port = htons(port);
    if (inet_pton(AF_INET, host, &server.sin_addr) != 1) {
        fprintf(stderr, "not an address: %s\n", host);
        return 1;
    }

    snprintf(message, sizeof(message), "message %d", number);
    sendto(sock, message, strlen(message), 0, (struct sockaddr *)&server, sizeof(server));

    // fill in: wait for the reply and print it; -1 means that none has come in time
    // fill in: wait a little (sleep), and go on with the next number

    close(sock);
    return 0;
}
