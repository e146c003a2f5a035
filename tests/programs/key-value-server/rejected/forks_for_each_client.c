/* fails: outlives-its-client, values-with-spaces, lists-keys, clients-of-redis
 * diagnosis: forgets_what_another_client_set, none
 * mistake: the child that fork() makes has a copy of the store, and what it sets there is gone with it. */
#include <arpa/inet.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

#define MOST 1000

static char *keys[MOST], *values[MOST];

static char **find(const char *key, int make)
{
    for (int i = 0; i < MOST; ++i) {
        if (keys[i] == NULL && make)
            keys[i] = strdup(key);
        if (keys[i] == NULL)
            return NULL;
        if (strcmp(keys[i], key) == 0)
            return &values[i];
    }
    return NULL;
}

static void answer(FILE *out, const char *command, const char *key, const char *value)
{
    char **place = key == NULL ? NULL : find(key, strcasecmp(command, "SET") == 0 && value != NULL);
    if (strcasecmp(command, "SET") == 0 && place != NULL && value != NULL) {
        *place = strdup(value);
        fputs("+OK\r\n", out);
    } else if (strcasecmp(command, "GET") == 0 && key != NULL) {
        if (place == NULL || *place == NULL)
            fputs("$-1\r\n", out);
        else
            fprintf(out, "$%zu\r\n%s\r\n", strlen(*place), *place);
    } else if (strcasecmp(command, "DEL") == 0 && key != NULL) {
        fprintf(out, ":%d\r\n", place != NULL && *place != NULL);
        if (place != NULL)
            *place = NULL;
    } else {
        fputs("-ERR unknown command\r\n", out);
    }
    fflush(out);
}

static void serve(int connection)
{
    FILE *in = fdopen(connection, "r"), *out = fdopen(dup(connection), "w");
    char *line = NULL;
    size_t size = 0;
    ssize_t length;
    while ((length = getline(&line, &size, in)) > 0 && line[length - 1] == '\n') {
        const char *command = strtok(line, " \r\n"), *key = strtok(NULL, " \r\n"), *value = strtok(NULL, " \r\n");
        if (command == NULL)
            continue;
        if (strcasecmp(command, "QUIT") == 0) {
            fputs("+OK\r\n", out);
            fflush(out);
            return;
        }
        answer(out, command, key, value);
    }
}

int main(int argc, char *argv[])
{
    struct sockaddr_in address = {.sin_family = AF_INET};
    int listener = socket(AF_INET, SOCK_STREAM, 0), yes = 1;
    address.sin_port = htons((unsigned short)atoi(argc > 1 ? argv[1] : "6379"));
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    signal(SIGCHLD, SIG_IGN);
    if (bind(listener, (struct sockaddr *)&address, sizeof address) < 0 || listen(listener, 16) < 0) {
        perror("bind or listen");
        return 1;
    }
    for (;;) {
        int connection = accept(listener, NULL, NULL);
        if (fork() == 0) {
            serve(connection);
            exit(0);
        }
        close(connection);
    }
}
