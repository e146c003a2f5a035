// UDP sender that gets every line there
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
    if (argc < 4) {
        fprintf(stderr, "usage: %s HOST PORT FILE\n", argv[0]);
        return 1;
    }

    const char *host = "";  // fill in: the address of the receiver, from the first argument (argv[1])
    int port = 0;           // fill in: the port of the receiver, from the second argument, as a number
    const char *name = "";  // fill in: the name of the file, from the third argument

    if (port == 0) {
        fprintf(stderr, "Fill in the host, the port and the file first.\n");
        return 1;
    }

    FILE *file = fopen(name, "r");
    if (file == NULL) {
        perror(name);
        return 1;
    }

    // A UDP socket (SOCK_DGRAM) for IPv4 (AF_INET). recvfrom() returns -1 when nothing has come for so long.
    int sock = socket(AF_INET, SOCK_DGRAM, 0);
    if (sock < 0) {
        perror("socket");
        return 1;
    }
    struct timeval limit = {.tv_sec = 0, .tv_usec = 500000};
    if (setsockopt(sock, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof(limit)) < 0) {
        perror("setsockopt");
        return 1;
    }

    // Where the lines shall go. Numbers on the network have an order of their own: see htons().
    struct sockaddr_in receiver;
    memset(&receiver, 0, sizeof(receiver));
    receiver.sin_family = AF_INET;
    receiver.sin_port = htons(port);
    if (inet_pton(AF_INET, host, &receiver.sin_addr) != 1) {
        fprintf(stderr, "not an address: %s\n", host);
        return 1;
    }

    char line[1024];
    char message[1100];
    int seq = 0;
    while (fgets(line, sizeof(line), file) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        snprintf(message, sizeof(message), "%s", line);  // fill in: the number, a space, and the line
        sendto(sock, message, strlen(message), 0, (struct sockaddr *)&receiver, sizeof(receiver));
        // fill in: wait for "ACK " and the number; when it does not come in time, send the message again
        // fill in: throw an acknowledgement with another number away, and wait on
        seq++;
    }

    fclose(file);
    close(sock);
    return 0;
}
