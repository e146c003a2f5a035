/* A load balancer: gives each client to one of three servers, in turn.
 * Compile:  gcc -Wall -o balancer balancer.c
 * Run:      ./balancer PORT HOST1 PORT1 HOST2 PORT2 HOST3 PORT3
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>

/* Whose turn it is. */
static int turn = 0;

/* Sends all of it; returns -1 when the other side has gone. */
static int send_all(int connection, const char *bytes, size_t size)
{
    /* your code here: send() tells how many bytes it took; go on with the others */
    (void)connection, (void)bytes, (void)size;
    return -1;
}

/* A new connection to the server whose turn it is, or to the next one that is not dead; -1 when all are. */
static int call_next_server(char *servers[])
{
    /* your code here: socket(), inet_pton(), connect(); servers[0] is an address, servers[1] its port, and so on */
    (void)servers, (void)turn;
    return -1;
}

int main(int argc, char *argv[])
{
    struct sockaddr_in address;
    int listener, connection;

    if (argc < 8) {
        fprintf(stderr, "usage: %s PORT HOST1 PORT1 HOST2 PORT2 HOST3 PORT3\n", argv[0]);
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
    printf("The load balancer is ready\n");

    /* your code here: one client after another, and several at once */
    connection = accept(listener, NULL, NULL);
    if (connection < 0) {
        perror("accept");
        return 1;
    }

    /* your code here: call the next server; when there is none, send a line that begins with ERROR; receive the client's line,
       and send it to the server; receive the server's answer, and send it to the client */
    call_next_server(argv + 2);
    send_all(connection, "", 0);

    close(connection);
    return 0;
}
