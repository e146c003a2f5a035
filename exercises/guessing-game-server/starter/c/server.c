/* A TCP server that lets its clients guess a number.
 * Compile:  gcc -Wall -o server server.c
 * Run:      ./server PORT SECRET...
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>

/* What belongs to one client. */
struct client {
    int connection;
    char buffer[1024];
    /* your code here: how much is in the buffer, which game it is, and how many guesses were made in it */
};

/* Answers a line of a client. */
static void answer(struct client *client, const char *line)
{
    const char *text = "ERROR this server knows no game yet\n";
    /* your code here: see what the line says; strtol() tells where a number ends */
    (void)line;
    send(client->connection, text, strlen(text), 0);
}

int main(int argc, char *argv[])
{
    struct sockaddr_in address;
    struct client client;
    int listener;

    if (argc < 3) {
        fprintf(stderr, "usage: %s PORT SECRET...\n", argv[0]);
        return 1;
    }

    /* your code here: the secrets are in argv[2] and behind it; ignore SIGPIPE, see signal() */

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
    client.connection = accept(listener, NULL, NULL);
    if (client.connection < 0) {
        perror("accept");
        return 1;
    }

    /* your code here: again and again receive behind what is in the buffer (0: the client has closed the
       connection); answer each line that is whole, and keep what stands behind the last of them;
       after QUIT say BYE and leave the loop */
    answer(&client, "");

    close(client.connection);
    return 0;
}
