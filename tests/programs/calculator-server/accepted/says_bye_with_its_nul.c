/* poll() for all clients, a buffer for each. The NUL behind the last answer goes out with it. */
#include <arpa/inet.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define MOST 32

struct client {
    char buffer[4096];
    size_t size;
};

static struct pollfd sockets[MOST + 1];
static struct client clients[MOST + 1];
static nfds_t count = 1;

static void say(int connection, const char *text)
{
    size_t left = strlen(text);
    while (left > 0) {
        ssize_t sent = write(connection, text, left);
        if (sent <= 0)
            return;
        text += sent;
        left -= (size_t)sent;
    }
}

/* Returns 0 when the client has said goodbye. */
static int answer(int connection, const char *line)
{
    char out[128], operator, more;
    int a, b;
    if (strcmp(line, "QUIT") == 0) {
        send(connection, "BYE\n", sizeof "BYE\n", 0);
        return 0;
    }
    if (sscanf(line, "%d %c %d %c", &a, &operator, &b, &more) != 3)
        snprintf(out, sizeof out, "ERROR expected a calculation\n");
    else if (operator == '+')
        snprintf(out, sizeof out, "= %d\n", a + b);
    else if (operator == '-')
        snprintf(out, sizeof out, "= %d\n", a - b);
    else if (operator == '*')
        snprintf(out, sizeof out, "= %d\n", a * b);
    else if (operator == '/' && b != 0)
        snprintf(out, sizeof out, "= %d\n", a / b);
    else
        snprintf(out, sizeof out, "ERROR this can't be calculated\n");
    say(connection, out);
    return 1;
}

/* Returns 0 when the client has gone. */
static int serve(int connection, struct client *client)
{
    ssize_t got = read(connection, client->buffer + client->size, sizeof client->buffer - 1 - client->size);
    char *line, *end;
    if (got <= 0)
        return 0;
    client->size += (size_t)got;
    client->buffer[client->size] = '\0';
    line = client->buffer;
    while ((end = strchr(line, '\n')) != NULL) {
        *end = '\0';
        if (end > line && end[-1] == '\r')
            end[-1] = '\0';
        if (!answer(connection, line))
            return 0;
        line = end + 1;
    }
    client->size = strlen(line);
    memmove(client->buffer, line, client->size + 1);
    return client->size < sizeof client->buffer - 1;
}

int main(int argc, char *argv[])
{
    struct sockaddr_in address = {.sin_family = AF_INET};
    int yes = 1;
    (void)argc;
    signal(SIGPIPE, SIG_IGN);
    address.sin_port = htons((unsigned short)atoi(argv[1]));
    sockets[0].fd = socket(AF_INET, SOCK_STREAM, 0);
    sockets[0].events = POLLIN;
    setsockopt(sockets[0].fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (bind(sockets[0].fd, (struct sockaddr *)&address, sizeof address) < 0 || listen(sockets[0].fd, 8) < 0) {
        perror("bind or listen");
        return 1;
    }
    for (;;) {
        nfds_t i;
        poll(sockets, count, -1);
        for (i = count - 1; i > 0; --i)
            if (sockets[i].revents != 0 && !serve(sockets[i].fd, &clients[i])) {
                close(sockets[i].fd);
                --count;
                sockets[i] = sockets[count];
                clients[i] = clients[count];
            }
        if ((sockets[0].revents & POLLIN) != 0 && count <= MOST) {
            sockets[count].fd = accept(sockets[0].fd, NULL, NULL);
            sockets[count].events = POLLIN;
            sockets[count].revents = 0;
            clients[count].size = 0;
            ++count;
        }
    }
}
