/* fails: ends-or-goes-on, closes-the-connection, says-so-at-the-end-too
 * diagnosis: spins
 * A thread for each client, which asks whether recv() failed and not whether it returned nothing.
 */
#include <ctype.h>
#include <netinet/in.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

static void *serve(void *arg)
{
    int client = *(int *)arg;
    char buffer[8192];

    free(arg);
    for (;;) {
        ssize_t n = recv(client, buffer, sizeof(buffer), 0);
        if (n < 0) {
            printf("Connection dropped.\n");
            fflush(stdout);
            break;
        }
        for (ssize_t i = 0; i < n; i++)
            buffer[i] = toupper((unsigned char)buffer[i]);
        if (n > 0)
            send(client, buffer, n, 0);
    }
    close(client);
    return NULL;
}

int main(int argc, char **argv)
{
    int one = 1, server = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in address = {.sin_family = AF_INET};

    signal(SIGPIPE, SIG_IGN);
    address.sin_port = htons(argc > 1 ? atoi(argv[1]) : 8080);
    setsockopt(server, SOL_SOCKET, SO_REUSEADDR, &one, sizeof(one));
    if (bind(server, (struct sockaddr *)&address, sizeof(address)) < 0 || listen(server, 8) < 0) {
        perror("server");
        return 1;
    }
    for (;;) {
        pthread_t thread;
        int *client = malloc(sizeof(int));
        *client = accept(server, NULL, NULL);
        pthread_create(&thread, NULL, serve, client);
        pthread_detach(thread);
    }
}
