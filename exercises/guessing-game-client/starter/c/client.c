/* A TCP client that guesses a number.
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

/* Reads a line, without its line end; ends the program when the server has left. */
static void read_line(int sock, char *line, size_t room)
{
    /* your code here: receive byte by byte up to the line end, but no more than there is room for */
    (void)sock, (void)room;
    line[0] = '\0';
}

int main(int argc, char *argv[])
{
    struct sockaddr_in server;
    char line[256];
    int low = 1;      /* the lowest number that is possible */
    int high = 1000;  /* the highest one */
    int sock;

    if (argc < 3) {
        fprintf(stderr, "usage: %s HOST PORT\n", argv[0]);
        return 1;
    }

    /* your code here: ignore SIGPIPE, see signal() */

    sock = socket(AF_INET, SOCK_STREAM, 0);
    if (sock < 0) {
        perror("socket");
        return 1;
    }

    memset(&server, 0, sizeof server);
    server.sin_family = AF_INET;
    /* your code here: sin_port from argv[2] (mind the byte order), sin_addr from argv[1] */

    /* your code here: connect; if that fails say so and return 1 */

    while (low <= high) {
        /* your code here: guess the middle of what is left; write it into the line with a line end (see snprintf()), and
           send so many bytes as strlen() says */
        read_line(sock, line, sizeof line);
        /* your code here: HIGHER and LOWER say which numbers are left; RIGHT, with a number behind it, ends the game (see strncmp()) */
        break;
    }

    /* your code here: say QUIT, and print the number */

    close(sock);
    return 0;
}
