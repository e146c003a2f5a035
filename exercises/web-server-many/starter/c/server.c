/* A web server for many browsers at once.
 * Compile:  gcc -Wall -o server server.c
 * Run:      ./server PORT
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>

/* Receives a browser's request, and sends the file that it asks for. */
static void serve(int connection)
{
    const char *not_found = "HTTP/1.0 404 Not Found\r\n\r\n";
    char request[16384];

    /* your code here: receive until the empty line has come, "\r\n\r\n"; 0 means that the browser has hung up */
    (void)request;

    /* your code here: take the path from the first line, and open that file in the folder www; what if it is not
       there, or leads out of the folder? Send until all of it is sent: send() says how much it took */
    send(connection, not_found, strlen(not_found), 0);
}

int main(int argc, char *argv[])
{
    struct sockaddr_in address;
    int listener, connection;

    if (argc < 2) {
        fprintf(stderr, "usage: %s PORT\n", argv[0]);
        return 1;
    }

    /* your code here: ignore SIGPIPE, see signal() */

    listener = socket(AF_INET, SOCK_STREAM, 0);
    if (listener < 0) {
        perror("socket");
        return 1;
    }

    memset(&address, 0, sizeof address);
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_ANY);
    address.sin_port = htons(atoi(argv[1]));
    if (bind(listener, (struct sockaddr *)&address, sizeof address) < 0 || listen(listener, 100) < 0) {
        perror("bind or listen");
        return 1;
    }
    printf("The server is ready\n");

    /* your code here: one browser after the other, and none of them waits for another; with fork(), think of
       SIGCHLD, and of which process closes what */
    connection = accept(listener, NULL, NULL);
    if (connection < 0) {
        perror("accept");
        return 1;
    }
    serve(connection);
    close(connection);
    return 0;
}
