/* The parent chooses and calls the server when a client connects; a child for each client passes on what comes, both ways. */
#include <arpa/inet.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int send_all(int to, const char *bytes, size_t size)
{
    while (size > 0) {
        ssize_t sent = send(to, bytes, size, MSG_NOSIGNAL);
        if (sent <= 0)
            return -1;
        bytes += sent;
        size -= sent;
    }
    return 0;
}

static int call(const char *host, const char *port)
{
    struct sockaddr_in address;
    int server = socket(AF_INET, SOCK_STREAM, 0);
    memset(&address, 0, sizeof address);
    address.sin_family = AF_INET;
    address.sin_port = htons(atoi(port));
    inet_pton(AF_INET, host, &address.sin_addr);
    if (connect(server, (struct sockaddr *)&address, sizeof address) == 0)
        return server;
    close(server);
    return -1;
}

static void relay(int client, int server)
{
    char buffer[4096];
    struct pollfd both[2] = {{client, POLLIN, 0}, {server, POLLIN, 0}};
    for (;;) {
        ssize_t size;
        if (poll(both, 2, -1) < 0)
            return;
        if (both[0].revents) {
            size = recv(client, buffer, sizeof buffer, 0);
            if (size < 0)
                return;
            if (size == 0) {
                shutdown(server, SHUT_WR);
                both[0].fd = -1;
            } else if (send_all(server, buffer, size) < 0)
                return;
        }
        if (both[1].revents) {
            size = recv(server, buffer, sizeof buffer, 0);
            if (size <= 0 || send_all(client, buffer, size) < 0)
                return;
        }
    }
}

static void apologize(int client)
{
    char line[4096];
    recv(client, line, sizeof line, 0);
    send_all(client, "ERROR\n", 6);
}

int main(int argc, char *argv[])
{
    struct sockaddr_in address;
    int listener = socket(AF_INET, SOCK_STREAM, 0), yes = 1, next = 0;

    if (argc != 8)
        return 1;
    signal(SIGCHLD, SIG_IGN);
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    memset(&address, 0, sizeof address);
    address.sin_family = AF_INET;
    address.sin_port = htons(atoi(argv[1]));
    if (bind(listener, (struct sockaddr *)&address, sizeof address) < 0 || listen(listener, 20) < 0)
        return 1;
    for (;;) {
        int tries, server = -1, client = accept(listener, NULL, NULL);
        if (client < 0)
            continue;
        for (tries = 0; tries < 3 && server < 0; tries++) {
            server = call(argv[2 + 2 * next], argv[3 + 2 * next]);
            next = (next + 1) % 3;
        }
        if (fork() == 0) {
            if (server < 0)
                apologize(client);
            else
                relay(client, server);
            exit(0);
        }
        close(client);
        if (server >= 0)
            close(server);
    }
}
