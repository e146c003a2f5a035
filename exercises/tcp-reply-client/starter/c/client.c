/* A TCP client: sends a request to a server and prints the reply.
 * Compile:  gcc -Wall -o client client.c
 * Run:      ./client HOST PORT MESSAGE      (start the server first)
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    struct sockaddr_in server;
    char reply[2048] = "";
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

    /* the address of the server */
    memset(&server, 0, sizeof server);
    server.sin_family = AF_INET;
    /* your code here: sin_port from argv[2] (mind the byte order), sin_addr from argv[1] */

    /* your code here: connect */

    /* your code here: send the message, argv[3] */

    /* your code here: receive the reply into the buffer, and end it with '\0' */

    printf("Server says: %s\n", reply);
    close(sock);
    return 0;
}
