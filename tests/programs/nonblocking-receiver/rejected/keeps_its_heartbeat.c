/* mistake: The dots have no newline and are never flushed: nobody sees them.
 * fails: beats-while-nothing-comes
 * diagnosis: waits_in_silence
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>

int main(int argc, char **argv)
{
    struct sockaddr_in me = { .sin_family = AF_INET, .sin_port = htons(atoi(argv[1])) };
    int s = socket(AF_INET, SOCK_DGRAM, 0);
    char buffer[1024];

    bind(s, (struct sockaddr *)&me, sizeof me);
    fcntl(s, F_SETFL, O_NONBLOCK);
    for (;;) {
        ssize_t n = recv(s, buffer, sizeof buffer - 1, 0);
        if (n >= 0) {
            buffer[n] = 0;
            printf("\nReceived: %s\n", buffer);
        } else {
            printf(".");
            usleep(300000);
        }
    }
}
