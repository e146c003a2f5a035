/* A web proxy: passes requests on to the origin, and remembers its pages.
 * Compile:  gcc -Wall -o proxy proxy.c
 * Run:      ./proxy PORT ORIGIN_HOST ORIGIN_PORT
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>

/* What is remembered; the response is no string: it may have bytes that are 0. */
struct page {
    char *path;
    char *response;
    size_t size;
    struct page *next;
};

/* Sends all of it; returns -1 when the other side has gone. */
static int send_all(int connection, const char *bytes, size_t size)
{
    /* your code here: send() tells how many bytes it took; go on with the others */
    (void)connection, (void)bytes, (void)size;
    return -1;
}

/* A new connection to the origin, or -1. */
static int call_origin(const char *host, int port)
{
    /* your code here: socket(), inet_pton(), connect() */
    (void)host, (void)port;
    return -1;
}

int main(int argc, char *argv[])
{
    struct sockaddr_in address;
    struct page *kept = NULL;
    char request[8192];
    int listener, connection;

    if (argc < 4) {
        fprintf(stderr, "usage: %s PORT ORIGIN_HOST ORIGIN_PORT\n", argv[0]);
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
    printf("The proxy is ready\n");

    /* your code here: one browser after another */
    connection = accept(listener, NULL, NULL);
    if (connection < 0) {
        perror("accept");
        return 1;
    }

    /* your code here: receive behind what is in the request until strstr() finds \r\n\r\n in it (0: the browser has
       gone); take the path out of the first line, and look for it in kept; if it is not there, call the origin, send the
       request, and send on what comes until recv() returns 0; when nobody listens there, send a 502; keep the response
       when it is whole and its status is 200 */
    (void)request, (void)kept;
    call_origin(argv[2], atoi(argv[3]));
    send_all(connection, "", 0);

    close(connection);
    return 0;
}
