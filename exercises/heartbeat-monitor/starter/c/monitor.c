/* A monitor: hears hearts, and knows who is missing.
 * Compile:  gcc -Wall -o monitor monitor.c
 * Run:      ./monitor PORT SECONDS
 */
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>

struct heart {
    char name[32];
    int number;      /* the highest that has come */
    long long last;  /* when the last beat came, by now() */
    int is_said;     /* that it is missing has been printed */
};

struct heart hearts[1000];
int count;

/* Milliseconds on a clock that only goes on. */
long long now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000LL + t.tv_nsec / 1000000;
}

int main(int argc, char *argv[])
{
    struct sockaddr_in own, sender;
    socklen_t sender_size;
    char text[2048];
    ssize_t n;
    int port = 0;     /* your code here: the port to listen on, from argv[1], as a number */
    int seconds = 0;  /* your code here: for how many seconds somebody is alive, from argv[2], as a number */
    int sock;

    if (argc < 3) {
        fprintf(stderr, "usage: %s PORT SECONDS\n", argv[0]);
        return 1;
    }
    if (port == 0 || seconds == 0) {
        fprintf(stderr, "Fill in the port and the seconds first.\n");
        return 1;
    }

    sock = socket(AF_INET, SOCK_DGRAM, 0);
    if (sock < 0) {
        perror("socket");
        return 1;
    }
    memset(&own, 0, sizeof own);
    own.sin_family = AF_INET;
    own.sin_addr.s_addr = htonl(INADDR_ANY);
    own.sin_port = htons(port);
    if (bind(sock, (struct sockaddr *)&own, sizeof own) < 0) {
        perror("bind");
        return 1;
    }

    for (;;) {
        struct pollfd wait = { sock, POLLIN, 0 };
        if (poll(&wait, 1, 500) > 0) {  /* half a second; 0 says that nothing has come */
            sender_size = sizeof sender;
            n = recvfrom(sock, text, sizeof text - 1, 0, (struct sockaddr *)&sender, &sender_size);
            if (n >= 0) {
                text[n] = '\0';
                /* your code here: which message is it? sscanf() returns how many it has found:
                     - ALIVE, a name and a number: remember when it came, if the number is higher than those before
                     - BYE and a name: forget the name
                     - ASK and a name, or WHO: send the answer to the sender
                     - whatever else: nothing
                   In sscanf(), %31s stops before a name is longer than its array. */
            }
        }
        /* your code here: whose time is over? Print MISSING and the name, once */
    }
}
