#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>

static void die(const char *what)
{
    fprintf(stderr, "\nServer is down (%s: %s)\n", what, strerror(errno));
    exit(EXIT_FAILURE);
}

int main(int argc, char *argv[])
{
    struct sockaddr_in server = { .sin_family = AF_INET };
    char line[2048];
    int sock = socket(AF_INET, SOCK_STREAM, 0);

    if (argc < 3)
        return 2;
    signal(SIGPIPE, SIG_IGN);
    server.sin_port = htons(atoi(argv[2]));
    inet_pton(AF_INET, argv[1], &server.sin_addr);
    if (connect(sock, (struct sockaddr *)&server, sizeof server) < 0)
        die("connect");
    while (fgets(line, sizeof line, stdin) != NULL) {
        ssize_t n;
        if (send(sock, line, strlen(line), 0) < 0)
            die("send");
        n = recv(sock, line, sizeof line - 1, 0);
        if (n < 0)
            die("recv");
        if (n == 0) {
            errno = EPIPE;
            die("recv");
        }
        line[n] = '\0';
        printf("%s\n", line);
        fflush(stdout);
    }
    close(sock);
    return 0;
}
