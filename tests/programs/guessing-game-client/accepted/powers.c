/* A step that is halved: the guess goes up and down by it, and stays within what is known. */
#include <arpa/inet.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int fail(const char *why)
{
    fprintf(stderr, "no game: %s\n", why);
    return 1;
}

int main(int argc, char *argv[])
{
    struct sockaddr_in server = {.sin_family = AF_INET};
    char buffer[300];
    size_t have = 0;
    int low = 0, high = 1001, guess = 512, step = 256;
    int sock = socket(AF_INET, SOCK_STREAM, 0);

    if (argc < 3)
        return fail("usage: client HOST PORT");
    signal(SIGPIPE, SIG_IGN);
    server.sin_port = htons((unsigned short)atoi(argv[2]));
    inet_pton(AF_INET, argv[1], &server.sin_addr);
    if (connect(sock, (struct sockaddr *)&server, sizeof server) < 0)
        return fail("nobody is there");
    for (;;) {
        char *end;
        if (guess >= high)
            guess = high - 1;
        if (guess <= low)
            guess = low + 1;
        if (guess >= high)
            return fail("nothing is left to guess");
        if (dprintf(sock, "%d\n", guess) < 0)
            return fail("the server is gone");
        while ((end = memchr(buffer, '\n', have)) == NULL) {
            ssize_t got = recv(sock, buffer + have, sizeof buffer - have, 0);
            if (got <= 0)
                return fail("the server has left");
            have += (size_t)got;
        }
        if (strncmp(buffer, "RIGHT", 5) == 0)
            break;
        if (strncmp(buffer, "HIGHER", 6) == 0) {
            low = guess;
            guess += step;
        } else if (strncmp(buffer, "LOWER", 5) == 0) {
            high = guess;
            guess -= step;
        } else {
            return fail("what does it say?");
        }
        step /= 2;
        have -= (size_t)(end + 1 - buffer);
        memmove(buffer, end + 1, have);
    }
    dprintf(sock, "QUIT\n");
    close(sock);
    printf("%d\n", guess);
    return 0;
}
