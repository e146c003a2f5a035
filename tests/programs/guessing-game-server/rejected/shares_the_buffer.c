// fails: half-lines-of-two
// diagnosis: mixes_up_lines
// mistake: one buffer for the lines of all clients.
#include <arpa/inet.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct game {
    int number;
    int guesses;
};

static int secrets[100], count;

// False: the client is done.
static int answer(int s, struct game* game, const char* line) {
    char text[100];
    const int secret = secrets[game->number % count];
    char* end;
    const long guess = strtol(line, &end, 10);
    if (strcmp(line, "QUIT") == 0) {
        send(s, "BYE\n", 4, 0);
        return 0;
    }
    if (strcmp(line, "NEW") == 0) {
        snprintf(text, sizeof(text), "WAS %d\n", secret);
        game->number++;
        game->guesses = 0;
    } else if (end == line || *end != '\0' || guess < 1 || guess > 1000) {
        snprintf(text, sizeof(text), "ERROR a number from 1 to 1000\n");
    } else if (++game->guesses, guess == secret) {
        snprintf(text, sizeof(text), "RIGHT %d\n", game->guesses);
        game->number++;
        game->guesses = 0;
    } else {
        snprintf(text, sizeof(text), guess < secret ? "HIGHER\n" : "LOWER\n");
    }
    send(s, text, strlen(text), 0);
    return 1;
}

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    signal(SIGPIPE, SIG_IGN);
    for (int i = 2; i < argc; ++i) secrets[count++] = atoi(argv[i]);
    struct pollfd all[64];
    struct game games[64];
    int used = 1;
    all[0].fd = socket(AF_INET, SOCK_STREAM, 0);
    all[0].events = POLLIN;
    struct sockaddr_in own = {.sin_family = AF_INET, .sin_port = htons(atoi(argv[1]))};
    bind(all[0].fd, (struct sockaddr*)&own, sizeof(own));
    listen(all[0].fd, 20);
    char buffer[4096];
    size_t have = 0;
    for (;;) {
        poll(all, used, -1);
        for (int i = used - 1; i > 0; --i) {
            if (all[i].revents == 0) continue;
            const ssize_t n = recv(all[i].fd, buffer + have, sizeof(buffer) - have, 0);
            int stays = n > 0;
            if (n > 0) have += n;
            char* end;
            while (stays && (end = memchr(buffer, '\n', have)) != NULL) {
                *end = '\0';
                if (end > buffer && end[-1] == '\r') end[-1] = '\0';
                stays = answer(all[i].fd, &games[i], buffer);
                have -= end + 1 - buffer;
                memmove(buffer, end + 1, have);
            }
            if (stays) continue;
            close(all[i].fd);
            --used;
            all[i] = all[used];
            games[i] = games[used];
        }
        if (all[0].revents != 0 && used < 64) {
            all[used].fd = accept(all[0].fd, NULL, NULL);
            all[used].events = POLLIN;
            games[used] = (struct game){0, 0};
            ++used;
        }
    }
}
