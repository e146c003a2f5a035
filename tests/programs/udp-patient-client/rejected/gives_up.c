/* mistake: When no reply comes it says so and ends.
 * fails: a-reply-is-lost, server-is-started-again, refused-at-first
 * diagnosis: ends_instead_of_going_on
 */
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
    struct sockaddr_in server = { .sin_family = AF_INET, .sin_port = htons(atoi(argv[2])) };
    struct timeval limit = { 1, 0 };
    char buffer[1024];
    int n, i, s = socket(AF_INET, SOCK_DGRAM, 0);

    server.sin_addr.s_addr = inet_addr(argv[1]);
    setsockopt(s, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    for (i = 1;; i++) {
        n = sprintf(buffer, "message %d", i);
        sendto(s, buffer, n, 0, (struct sockaddr *)&server, sizeof server);
        n = recv(s, buffer, sizeof buffer, 0);
        if (n < 0) {
            printf("The server is not there.\n");
            break;
        }
        printf("%.*s\n", n, buffer);
        sleep(1);
    }
    close(s);
    return 0;
}
