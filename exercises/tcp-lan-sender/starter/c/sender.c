// TCP sender that reaches another computer
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
    if (argc < 4) {
        fprintf(stderr, "usage: %s HOST PORT MESSAGE\n", argv[0]);
        return 1;
    }

    const char *host = "";     // fill in: the address of the other computer, from the first argument (argv[1])
    int port = 0;              // fill in: the port of the receiver, from the second argument, as a number
    const char *message = "";  // fill in: the text to send, from the third argument

    if (port == 0) {
        fprintf(stderr, "Fill in the host, the port and the message first.\n");
        return 1;
    }

    // A TCP socket (SOCK_STREAM) for IPv4 (AF_INET).
    int sock = socket(AF_INET, SOCK_STREAM, 0);
    if (sock < 0) {
        perror("socket");
        return 1;
    }

    // Where the message shall go. Numbers on the network have an order of their own: see htons().
    struct sockaddr_in receiver;
    memset(&receiver, 0, sizeof(receiver));
    receiver.sin_family = AF_INET;
    receiver.sin_port = htons(port);
    if (inet_pton(AF_INET, host, &receiver.sin_addr) != 1) {
        fprintf(stderr, "not an address: %s\n", host);
        return 1;
    }

    // fill in: connect to the receiver, and send the message
    (void)message;

    close(sock);
    return 0;
}
