/* mistake: Who has left is closed, but stays in the array. The next client gets the same descriptor, which is then there
 * twice, and is read twice.
 * fails: one-leaves
 * diagnosis: blocked_in
 */
#include <arpa/inet.h>
#include <ctype.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#define MOST 100

int main(int argc, char **argv)
{
    struct pollfd all[MOST];
    struct sockaddr_in address = {.sin_family = AF_INET};
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    int count = 1;
    char buffer[1000];

    if (argc < 2)
        return 1;
    address.sin_port = htons(atoi(argv[1]));
    if (bind(listener, (struct sockaddr *)&address, sizeof address) || listen(listener, 10)) {
        perror("server");
        return 1;
    }
    all[0].fd = listener;
    all[0].events = POLLIN;
    for (;;) {
        poll(all, count, -1);
        if (all[0].revents && count < MOST) {
            all[count].fd = accept(listener, NULL, NULL);
            all[count].events = POLLIN;
            all[count].revents = 0;
            count++;
        }
        for (int i = 1; i < count; i++) {
            if (all[i].revents == 0)
                continue;
            ssize_t n = recv(all[i].fd, buffer, sizeof buffer, 0);
            if (n <= 0) {
                close(all[i].fd);
                continue;
            }
            for (ssize_t j = 0; j < n; j++)
                buffer[j] = toupper((unsigned char)buffer[j]);
            send(all[i].fd, buffer, n, MSG_NOSIGNAL);
        }
    }
}
