// DNS server
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

    // INADDR_ANY stands for every address of this computer.
    struct sockaddr_in address;
    memset(&address, 0, sizeof(address));
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_ANY);
    address.sin_port = htons(port);
    if (bind(sock, (struct sockaddr *)&address, sizeof(address)) < 0) {
        perror("bind");
        return 1;
    }

    // One datagram: n bytes in the buffer, and the address of the client that sent them.
    struct sockaddr_in client;
    socklen_t client_size = sizeof(client);
    ssize_t n = recvfrom(sock, buffer, sizeof(buffer), 0, (struct sockaddr *)&client, &client_size);
    if (n < 0) {
        perror("recvfrom");
        return 1;
    }

    // fill in: the labels of the name, from byte 12 on, then the type and the class
    // fill in: look the name up in the table
    // fill in: send the answer back to the client: the head, the question, a record for each address
    // fill in: go on to the next question

    close(sock);
    return 0;
}
