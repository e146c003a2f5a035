/* A web server: hands out the files of the folder www.
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

/* Sends all of it; returns -1 when the browser has gone. */
static int send_all(int connection, const char *bytes, size_t size)
{
    /* your code here: send() tells how many bytes it took; go on with the others */
    (void)connection, (void)bytes, (void)size;
    return -1;
}

int main(int argc, char *argv[])
{
    struct sockaddr_in address;
    char request[8192];
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
    if (bind(listener, (struct sockaddr *)&address, sizeof address) < 0 || listen(listener, 5) < 0) {
        perror("bind or listen");
        return 1;
    }
    printf("The server is ready\n");

    /* your code here: one browser after another */
    connection = accept(listener, NULL, NULL);
    if (connection < 0) {
        perror("accept");
        return 1;
    }

    /* your code here: receive behind what is in the request until strstr() finds \r\n\r\n in it (0: the browser has
       gone); take the path out of the first line, where / is /index.html; a path that leads out of www gets a 403, and what
       is not there a 404; else send the head, then the file, which is no string: it may have bytes that are 0 */
    (void)request;
    send_all(connection, "", 0);

    close(connection);
    return 0;
}
