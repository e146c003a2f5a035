/* A heart: says every few seconds that it is alive.
 * Compile:  gcc -Wall -o heartbeat heartbeat.c
 * Run:      ./heartbeat HOST PORT NAME SECONDS
 */
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>

/* Milliseconds on a clock that only goes on. */
long long now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000LL + t.tv_nsec / 1000000;
}

int main(int argc, char *argv[])
{
    struct sockaddr_in monitor;
    char text[1024];
    long long due;
    int sock;

    if (argc < 5) {
        fprintf(stderr, "usage: %s HOST PORT NAME SECONDS\n", argv[0]);
        return 1;
    }

    sock = socket(AF_INET, SOCK_DGRAM, 0);
    if (sock < 0) {
        perror("socket");
        return 1;
    }

    memset(&monitor, 0, sizeof monitor);
    monitor.sin_family = AF_INET;
    /* your code here: sin_port from argv[2] (mind the byte order), sin_addr from argv[1] */

    due = now();  /* when the next beat leaves: the first one at once */
    snprintf(text, sizeof text, "ALIVE %s %d", argv[3], 1);

    /* your code here: again and again
         - is the next beat due? Send it with sendto(), and say when the one behind it will be
         - else wait with poll() for a datagram, for the milliseconds that are left
         - when STOP has come, say BYE and leave the loop
       An error of sendto() or recvfrom() says that nobody listens. */
    (void)due;

    close(sock);
    return 0;
}
