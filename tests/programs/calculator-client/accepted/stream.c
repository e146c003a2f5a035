/* fgets() from a socket that fdopen() has made a file of. */
#include <netdb.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* The line, without its end; the program ends when there is none. */
static char *next_line(FILE *server, char *line, int size)
{
    char *end;
    if (fgets(line, size, server) == NULL || (end = strchr(line, '\n')) == NULL) {
        fprintf(stderr, "the server has closed the connection\n");
        exit(1);
    }
    *end = '\0';
    line[strcspn(line, "\r")] = '\0';
    return line;
}

int main(int argc, char *argv[])
{
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *found;
    char typed[1000], line[4000];
    FILE *in, *out;
    int connection;

    if (argc < 3 || getaddrinfo(argv[1], argv[2], &hints, &found) != 0) {
        fprintf(stderr, "usage: %s HOST PORT\n", argv[0]);
        return 2;
    }
    signal(SIGPIPE, SIG_IGN);
    connection = socket(found->ai_family, found->ai_socktype, 0);
    if (connect(connection, found->ai_addr, found->ai_addrlen) < 0) {
        perror("connect");
        return 1;
    }
    in = fdopen(connection, "r");
    out = fdopen(dup(connection), "w");
    for (;;) {
        printf("> ");
        fflush(stdout);
        if (fgets(typed, sizeof typed, stdin) == NULL)
            strcpy(typed, "QUIT\n");
        fputs(typed, out);
        fflush(out);
        while (strncmp(next_line(in, line, sizeof line), "NOTE ", 5) == 0)
            printf("[%s]\n", line + 5);
        if (strcmp(line, "BYE") == 0)
            return 0;
        printf("%s\n", line);
    }
}
