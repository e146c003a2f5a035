/* A TCP client of a calculator.
 * Compile:  gcc -Wall -o client client.c
 * Run:      ./client HOST PORT
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>

/* What has come from the server and was not used yet. */
static char buffer[8192];

/* Puts the next line of the server into line; returns 0 when the server has gone. */
static int read_line(int connection, char *line, size_t size)
{
    /* your code here: receive behind what is in the buffer until a line end is there; take the line away from its
       front, and keep what stands behind it */
    (void)connection;
    (void)buffer;
    (void)size;
    line[0] = '\0';
    return 0;
}

int main(int argc, char *argv[])
{
    struct sockaddr_in server;
    char typed[1024], answer[2048];
    int connection;

    if (argc < 3) {
        fprintf(stderr, "usage: %s HOST PORT\n", argv[0]);
        return 1;
    }

    /* your code here: ignore SIGPIPE, see signal() */

    connection = socket(AF_INET, SOCK_STREAM, 0);
    if (connection < 0) {
        perror("socket");
        return 1;
    }

    memset(&server, 0, sizeof server);
    server.sin_family = AF_INET;
    server.sin_port = htons(atoi(argv[2]));
    if (inet_pton(AF_INET, argv[1], &server.sin_addr) != 1 ||
        connect(connection, (struct sockaddr *)&server, sizeof server) < 0) {
        perror("connect");
        return 1;
    }

    /* your code here: again and again, until the server says BYE */
    printf("Sum: ");
    fflush(stdout);
    if (fgets(typed, sizeof typed, stdin) == NULL)
        return 0;
    /* your code here: send the line with its line end */

    /* your code here: read lines until one is the answer; print notes and the answer */
    read_line(connection, answer, sizeof answer);

    close(connection);
    return 0;
}
