// select() over all connections.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <ctype.h>
#include <unistd.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <netinet/in.h>
int main(int argc, char **argv) {
    int l = socket(AF_INET, SOCK_STREAM, 0), on = 1;
    struct sockaddr_in a; memset(&a, 0, sizeof a);
    a.sin_family = AF_INET; a.sin_port = htons(atoi(argv[1])); a.sin_addr.s_addr = INADDR_ANY;
    setsockopt(l, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    bind(l, (struct sockaddr *)&a, sizeof a); listen(l, 5);
    fd_set all; FD_ZERO(&all); FD_SET(l, &all); int max = l;
    for (;;) {
        fd_set r = all;
        select(max + 1, &r, NULL, NULL, NULL);
        for (int fd = 0; fd <= max; fd++) {
            if (!FD_ISSET(fd, &r)) continue;
            if (fd == l) { int c = accept(l, 0, 0); FD_SET(c, &all); if (c > max) max = c; continue; }
            char b[512]; ssize_t n = recv(fd, b, sizeof b, 0);
            if (n <= 0) { close(fd); FD_CLR(fd, &all); continue; }
            for (int i = 0; i < n; i++) b[i] = toupper((unsigned char)b[i]);
            send(fd, b, n, MSG_NOSIGNAL);
        }
    }
}
