/* mistake: The flag is taken away again when something has come: the second recvfrom() waits.
 * fails: prints-a-message
 * diagnosis: waits_in_silence
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>

int main(int argc, char **argv)
{
    struct sockaddr_in me = { .sin_family = AF_INET, .sin_port = htons(atoi(argv[1])) };
    int s = socket(AF_INET, SOCK_DGRAM, 0), flags = MSG_DONTWAIT;
    char buffer[1024];

    bind(s, (struct sockaddr *)&me, sizeof me);
    for (;;) {
        ssize_t n = recv(s, buffer, sizeof buffer - 1, flags);
        if (n >= 0) {
            buffer[n] = 0;
            printf("Received: %s\n", buffer);
            flags = 0;
        } else {
            printf("nothing yet\n");
            usleep(300000);
        }
        fflush(stdout);
    }
}
