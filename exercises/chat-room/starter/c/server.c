/* A TCP server for a chat of many.
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

/* What belongs to one client. */
struct client {
    int connection;
    char buffer[2048];
    /* your code here: how much is in the buffer, and the name, if there is one */
};

/* your code here: the list of all clients */

/* Sends the answer to a line of a client, and tells the others. */
static void answer(struct client *client, const char *line)
{
    const char *text = "ERROR this server knows no command yet\n";
    /* your code here: see which command it is, and look at what has come */
    (void)line;
    send(client->connection, text, strlen(text), 0);
}

int main(int argc, char *argv[])
{
    struct sockaddr_in address;
    struct client client;
    int listener;

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

    /* your code here: many clients at once, with poll() for example */
    client.connection = accept(listener, NULL, NULL);
    if (client.connection < 0) {
        perror("accept");
        return 1;
    }

    /* your code here: again and again receive behind what is in the client's buffer (0 or less: it has left);
       answer each line that is whole, and keep what stands behind the last of them; after QUIT say BYE.
       Take a client that has left off the list, and tell the others */
    answer(&client, "");

    close(client.connection);
    return 0;
}
