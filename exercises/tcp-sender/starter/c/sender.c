/* A TCP sender: sends one message to a receiver and ends.
 * Compile:  gcc -Wall -o sender sender.c
 * Run:      ./sender HOST PORT MESSAGE      (start the receiver first)
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    struct sockaddr_in receiver;
    int sock;

    if (argc < 4) {
        fprintf(stderr, "usage: %s HOST PORT MESSAGE\n", argv[0]);
        return 1;
    }

    /* create a TCP socket */
    sock = socket(AF_INET, SOCK_STREAM, 0);
    if (sock < 0) {
        perror("socket");
        return 1;
    }

    /* the address of the receiver */
    memset(&receiver, 0, sizeof receiver);
    receiver.sin_family = AF_INET;
    /* your code here: sin_port from argv[2] (mind the byte order), sin_addr from argv[1] */

    /* your code here: connect */

    /* your code here: send the message, argv[3] */

    close(sock);
    return 0;
}
