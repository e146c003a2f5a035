#include <ctype.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>

#define MOST 64

int main(int argc, char *argv[])
{
    struct sockaddr_in me = { .sin_family = AF_INET };
    struct pollfd fds[MOST];
    int count = 1, listener = socket(AF_INET, SOCK_STREAM, 0);

    if (argc != 2)
        return 2;
    signal(SIGPIPE, SIG_IGN);
    me.sin_port = htons(atoi(argv[1]));
    if (bind(listener, (struct sockaddr *)&me, sizeof me) < 0 || listen(listener, 16) < 0) {
        perror("server");
        return 1;
    }
    fds[0] = (struct pollfd){ .fd = listener, .events = POLLIN };
    while (poll(fds, count, -1) > 0) {
        if (fds[0].revents && count < MOST)
            fds[count++] = (struct pollfd){ .fd = accept(listener, NULL, NULL), .events = POLLIN };
        for (int i = count - 1; i > 0; i--) {
            char buffer[1024];
            ssize_t n;

            if (!fds[i].revents)
                continue;
            n = recv(fds[i].fd, buffer, sizeof buffer, 0);
            for (ssize_t k = 0; k < n; k++)
                buffer[k] = toupper((unsigned char)buffer[k]);
            if (n <= 0 || send(fds[i].fd, buffer, n, 0) < 0) {
                close(fds[i].fd);
                fds[i] = fds[--count];
            }
        }
    }
    return 0;
}
