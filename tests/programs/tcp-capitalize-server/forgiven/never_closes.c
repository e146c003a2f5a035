/* fails: closes-the-connection
 * oddity: A connection whose client is done is taken off the list, but never closed.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <netinet/in.h>
#include <sys/select.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in me;
    memset(&me, 0, sizeof me);
    me.sin_family = AF_INET;
    me.sin_port = htons(argc > 1 ? atoi(argv[1]) : 12000);
    if (bind(listener, (struct sockaddr *)&me, sizeof me) < 0) {
        perror("bind");
        return 1;
    }
    listen(listener, 5);

    fd_set all, ready;
    FD_ZERO(&all);
    FD_SET(listener, &all);
    for (;;) {
        ready = all;
        if (select(FD_SETSIZE, &ready, NULL, NULL, NULL) < 0)
            return 1;
        for (int fd = 0; fd < FD_SETSIZE; fd++) {
            if (!FD_ISSET(fd, &ready))
                continue;
            if (fd == listener) {
                int client = accept(listener, NULL, NULL);
                FD_SET(client, &all);
                continue;
            }
            char text[2048];
            ssize_t n = recv(fd, text, sizeof text, 0);
            if (n <= 0) {
                FD_CLR(fd, &all);
                continue;
            }
            for (ssize_t i = 0; i < n; i++)
                text[i] = toupper((unsigned char)text[i]);
            send(fd, text, n, MSG_NOSIGNAL);
        }
    }
}
