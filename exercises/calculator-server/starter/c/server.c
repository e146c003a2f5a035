/* A TCP server that calculates: answers each line of its client.
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

/* Writes the answer to a line, without its line end. */
static void answer(const char *line, char *out, size_t size)
{
    /* your code here: take the line apart, see sscanf() and its result, and calculate */
    (void)line;
    snprintf(out, size, "ERROR this server knows no calculation yet");
}

int main(int argc, char *argv[])
{
    struct sockaddr_in address;
    char buffer[2048], out[256];
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

    /* your code here: one client after another */
    connection = accept(listener, NULL, NULL);
    if (connection < 0) {
        perror("accept");
        return 1;
    }

    /* your code here: again and again receive behind what is in the buffer (0: the client has closed the
       connection); answer each line that is whole, and keep what stands behind the last of them;
       after QUIT say BYE and leave the loop */
    (void)buffer;
    answer("", out, sizeof out);

    close(connection);
    return 0;
}
