/* A TCP server that keeps values: answers each line of its clients.
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

/* your code here: the store for the values of all clients */

/* Sends the answer to a line. */
static void answer(int connection, const char *line)
{
    const char *text = "-ERR this server knows no command yet\r\n";
    /* your code here: take the line apart, see strtok_r(), look at what has come, and set, get or delete;
       send() may send less than it was given */
    (void)line;
    send(connection, text, strlen(text), 0);
}

int main(int argc, char *argv[])
{
    struct sockaddr_in address;
    char buffer[65536];
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

    /* your code here: many clients at once */
    connection = accept(listener, NULL, NULL);
    if (connection < 0) {
        perror("accept");
        return 1;
    }

    /* your code here: again and again receive behind what is in the buffer (0: the client has closed the
       connection); answer each line that is whole, and keep what stands behind the last of them;
       after QUIT send +OK and leave the loop */
    (void)buffer;
    answer(connection, "");

    close(connection);
    return 0;
}
