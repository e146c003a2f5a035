#include <ctype.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>

#define PORT 12000
#define MAX_CLIENTS 64

int main(void) {
    struct pollfd fds[MAX_CLIENTS + 1];
    int count = 1;
    char buf[512];

    signal(SIGPIPE, SIG_IGN);

    int server_fd = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in addr = {0};
    addr.sin_family = AF_INET;
    addr.sin_addr.s_addr = INADDR_ANY;
    addr.sin_port = htons(PORT);

    if (bind(server_fd, (struct sockaddr*)&addr, sizeof(addr)) < 0) {
        perror("bind failed");
        exit(EXIT_FAILURE);
    }
    listen(server_fd, 5);
    printf("Waiting for connections on port %d...\n", PORT);

    fds[0].fd = server_fd;
    fds[0].events = POLLIN;

    while (1) {
        if (poll(fds, count, -1) < 0) {
            perror("poll");
            break;
        }
        if ((fds[0].revents & POLLIN) && count <= MAX_CLIENTS) {
            int client = accept(server_fd, NULL, NULL);
            if (client >= 0) {
                fds[count].fd = client;
                fds[count].events = POLLIN;
                fds[count].revents = 0;
                count++;
            }
        }
        for (int i = 1; i < count; i++) {
            if (!fds[i].revents)
                continue;
            int n = read(fds[i].fd, buf, sizeof(buf));
            if (n <= 0) {
                close(fds[i].fd);
                fds[i] = fds[count - 1];   /* the last one takes its place */
                count--;
                i--;
                continue;
            }
            for (int j = 0; j < n; j++) {
                if (buf[j] >= 'a' && buf[j] <= 'z')
                    buf[j] -= 'a' - 'A';
            }
            write(fds[i].fd, buf, n);
        }
    }
    return 0;
}
