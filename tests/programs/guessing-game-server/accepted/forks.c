/* A process for each client: what it has to remember is in its own memory. */
#include <arpa/inet.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static char **secrets;
static int how_many;

static int play(FILE *in, FILE *out)
{
    char line[2000];
    int game = 0, guesses = 0;

    while (fgets(line, sizeof line, in) != NULL) {
        const char *secret = secrets[game];
        char *end;
        long guess;

        line[strcspn(line, "\r\n")] = '\0';
        guess = strtol(line, &end, 10);
        if (strcmp(line, "QUIT") == 0) {
            fputs("BYE\n", out);
            return 0;
        }
        if (strcmp(line, "NEW") == 0) {
            fprintf(out, "WAS %s\n", secret);
            game = (game + 1) % how_many;
            guesses = 0;
        } else if (end == line || *end != '\0' || guess < 1 || guess > 1000) {
            fprintf(out, "ERROR what is \"%s\"?\n", line);
        } else if (++guesses, guess == atol(secret)) {
            fprintf(out, "RIGHT %d\n", guesses);
            game = (game + 1) % how_many;
            guesses = 0;
        } else {
            fputs(guess < atol(secret) ? "HIGHER\n" : "LOWER\n", out);
        }
        fflush(out);
    }
    return 0;
}

int main(int argc, char *argv[])
{
    int listener = socket(AF_INET, SOCK_STREAM, 0), yes = 1;
    struct sockaddr_in address = {.sin_family = AF_INET};

    if (argc < 3)
        return 2;
    secrets = argv + 2;
    how_many = argc - 2;
    signal(SIGCHLD, SIG_IGN);
    address.sin_port = htons(atoi(argv[1]));
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (bind(listener, (struct sockaddr *)&address, sizeof address) < 0 || listen(listener, 10) < 0) {
        perror("bind or listen");
        return 1;
    }
    for (;;) {
        int connection = accept(listener, NULL, NULL);
        if (connection < 0)
            continue;
        if (fork() == 0) {
            int status = play(fdopen(connection, "r"), fdopen(dup(connection), "w"));
            exit(status);
        }
        close(connection);
    }
}
