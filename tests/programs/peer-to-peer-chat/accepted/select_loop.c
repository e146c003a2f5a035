/* One connection, and select() for the keyboard, the listening socket and the connection.
 * ./select_loop MY_PORT HOST PORT
 */
#include <arpa/inet.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
    char buffer[2048];
    struct sockaddr_in me, other;
    int on = 1, other_fd, listener;

    if (argc < 4) {
        fprintf(stderr, "usage: %s MY_PORT HOST PORT\n", argv[0]);
        return 1;
    }
    signal(SIGPIPE, SIG_IGN);
    memset(&me, 0, sizeof me);
    me.sin_family = AF_INET;
    me.sin_addr.s_addr = htonl(INADDR_ANY);
    me.sin_port = htons(atoi(argv[1]));
    memset(&other, 0, sizeof other);
    other.sin_family = AF_INET;
    other.sin_port = htons(atoi(argv[3]));
    inet_pton(AF_INET, argv[2], &other.sin_addr);

    listener = socket(AF_INET, SOCK_STREAM, 0);
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(listener, (struct sockaddr *)&me, sizeof me) < 0 || listen(listener, 2) < 0) {
        perror("listen");
        return 1;
    }
    other_fd = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(other_fd, (struct sockaddr *)&other, sizeof other) < 0) {
        close(other_fd);
        other_fd = -1;
        printf("Waiting.\n");
    }
    for (;;) {
        fd_set set;
        FD_ZERO(&set);
        FD_SET(listener, &set);
        if (other_fd >= 0) {
            FD_SET(0, &set);
            FD_SET(other_fd, &set);
        }
        select((other_fd > listener ? other_fd : listener) + 1, &set, NULL, NULL, NULL);
        if (FD_ISSET(listener, &set)) {
            int fd = accept(listener, NULL, NULL);
            if (other_fd >= 0)
                close(fd);
            else
                other_fd = fd;
            continue;
        }
        if (other_fd >= 0 && FD_ISSET(other_fd, &set)) {
            ssize_t n = recv(other_fd, buffer, sizeof buffer - 1, 0);
            if (n <= 0) {
                printf("The other one has left.\n");
                close(other_fd);
                other_fd = -1;
                continue;
            }
            buffer[n] = '\0';
            printf("< %s", buffer);
            fflush(stdout);
        }
        if (other_fd >= 0 && FD_ISSET(0, &set)) {
            ssize_t n = read(0, buffer, sizeof buffer);
            if (n <= 0)
                break;
            send(other_fd, buffer, n, 0);
        }
    }
    return 0;
}
