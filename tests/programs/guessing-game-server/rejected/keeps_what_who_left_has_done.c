/* fails: next-client
 * diagnosis: none
 * mistake: games lie in an array by descriptor, and the next client with this descriptor plays on with what is there. */
#include <arpa/inet.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define MOST 100

static struct {
    int game, guesses, size;
    char line[1000];
} clients[MOST];

static char **secrets;
static int how_many;

static void next_game(int client)
{
    clients[client].game = (clients[client].game + 1) % how_many;
    clients[client].guesses = 0;
}

static int answer(int client)
{
    char text[1100], *end, *line = clients[client].line;
    const char *secret = secrets[clients[client].game];
    long guess;

    line[strcspn(line, "\r")] = '\0';
    guess = strtol(line, &end, 10);
    if (strcmp(line, "QUIT") == 0) {
        strcpy(text, "BYE\n");
    } else if (strcmp(line, "NEW") == 0) {
        sprintf(text, "WAS %s\n", secret);
        next_game(client);
    } else if (end == line || *end != '\0' || guess < 1 || guess > 1000) {
        strcpy(text, "ERROR no guess\n");
    } else if (++clients[client].guesses, guess == atol(secret)) {
        sprintf(text, "RIGHT %d\n", clients[client].guesses);
        next_game(client);
    } else {
        strcpy(text, guess < atol(secret) ? "HIGHER\n" : "LOWER\n");
    }
    send(client, text, strlen(text), MSG_NOSIGNAL);
    return strcmp(text, "BYE\n") != 0;
}

static int serve(int client)
{
    char buffer[500];
    ssize_t got = recv(client, buffer, sizeof buffer, 0), i;

    for (i = 0; i < got; ++i) {
        if (buffer[i] != '\n') {
            if (clients[client].size < 999)
                clients[client].line[clients[client].size++] = buffer[i];
            continue;
        }
        clients[client].line[clients[client].size] = '\0';
        clients[client].size = 0;
        if (!answer(client))
            return 0;
    }
    return got > 0;
}

int main(int argc, char *argv[])
{
    struct sockaddr_in address = {.sin_family = AF_INET};
    struct pollfd polled[MOST];
    int count = 1, i, yes = 1;

    secrets = argv + 2;
    how_many = argc - 2;
    address.sin_port = htons(atoi(argv[1]));
    polled[0].fd = socket(AF_INET, SOCK_STREAM, 0);
    polled[0].events = POLLIN;
    setsockopt(polled[0].fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (bind(polled[0].fd, (struct sockaddr *)&address, sizeof address) < 0 || listen(polled[0].fd, 10) < 0)
        return 1;
    for (;;) {
        poll(polled, count, -1);
        for (i = count - 1; i > 0; --i) {
            if (polled[i].revents != 0 && !serve(polled[i].fd)) {
                close(polled[i].fd);
                polled[i] = polled[--count];
            }
        }
        if (polled[0].revents != 0 && count < MOST) {
            polled[count].fd = accept(polled[0].fd, NULL, NULL);
            polled[count].revents = 0;
            polled[count++].events = POLLIN;
        }
    }
}
