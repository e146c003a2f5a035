/* fails: ends-by-itself, reply-in-pieces, long-reply, server-hangs-up
 * oddity: It reads for ever: recv() that returns 0 is not taken for the end.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <arpa/inet.h>

int main(int argc, char **argv)
{
    struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons(atoi(argv[2])) };
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    char part[1000];

    to.sin_addr.s_addr = inet_addr(argv[1]);
    if (connect(fd, (struct sockaddr *)&to, sizeof to) < 0)
        return 1;
    send(fd, argv[3], strlen(argv[3]), 0);
    for (;;) {
        int n = recv(fd, part, sizeof part, 0);
        if (n > 0)
            printf("Server says: %.*s\n", n, part);
    }
}
