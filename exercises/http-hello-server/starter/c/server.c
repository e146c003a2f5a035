/* An HTTP server that says hello.
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
    const char *body = "Hello, world!\n";
    struct sockaddr_in address;
    int listener;

    if (argc < 2) {
        fprintf(stderr, "usage: %s PORT\n", argv[0]);
        return 1;
    }

    listener = socket(AF_INET, SOCK_STREAM, 0);
    if (listener < 0) {
        perror("socket");
        return 1;
    }

    memset(&address, 0, sizeof address);
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_ANY);
    /* your code here: sin_port from argv[1] (mind the byte order) */

    if (bind(listener, (struct sockaddr *)&address, sizeof address) < 0) {
        perror("bind");
        return 1;
    }

    /* your code here: listen */

    printf("The server is ready\n");

    /* your code here: again and again accept a connection, receive the request, send the head,
       see snprintf() and strlen(), and the body, and close the connection */
    (void)body;

    close(listener);
    return 0;
}
