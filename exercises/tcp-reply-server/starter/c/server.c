/* A TCP server: prints the request of a client and replies.
 * Compile:  gcc -Wall -o server server.c
 * Run:      ./server PORT
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    const char *reply = "Message received";
    struct sockaddr_in address;
    int listener;

    if (argc < 2) {
        fprintf(stderr, "usage: %s PORT\n", argv[0]);
        return 1;
    }

    /* create a TCP socket */
    listener = socket(AF_INET, SOCK_STREAM, 0);
    if (listener < 0) {
        perror("socket");
        return 1;
    }

    memset(&address, 0, sizeof address);
    address.sin_family = AF_INET;
    /* your code here: sin_port from argv[1] (mind the byte order), and
       sin_addr.s_addr, the address to listen on */

    if (bind(listener, (struct sockaddr *)&address, sizeof address) < 0) {
        perror("bind");
        return 1;
    }

    /* your code here: listen */

    printf("The server is ready\n");

    /* your code here: again and again accept a connection, receive the request, end it
       with '\0' and print it, send the reply, and close the connection */
    (void)reply;

    close(listener);
    return 0;
}
