/* A TCP server that echoes, with poll().
 * Compile:  gcc -Wall -o server server.c
 * Run:      ./server PORT
 */
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    struct sockaddr_in address;
    struct pollfd fds[100];
    int count = 1, listener;

    if (argc < 2) {
        fprintf(stderr, "usage: %s PORT\n", argv[0]);
        return 1;
    }

    signal(SIGPIPE, SIG_IGN);
    listener = socket(AF_INET, SOCK_STREAM, 0);
    if (listener < 0) {
        perror("socket");
        return 1;
    }
    memset(&address, 0, sizeof address);
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_ANY);
    address.sin_port = htons(atoi(argv[1]));
    if (bind(listener, (struct sockaddr *)&address, sizeof address) < 0 || listen(listener, 10) < 0) {
        perror("bind or listen");
        return 1;
    }
    printf("The server is ready\n");

    /* fds[0] is the listening socket, behind it stand the connections */
    fds[0].fd = listener;
    fds[0].events = POLLIN;
    while (poll(fds, count, -1) > 0) {
        /* your code here: fds[0].revents says that a client has come: accept it, and put it at the end of fds */

        /* your code here: for each connection whose revents is not 0: recv() once; 0 or -1 means that
           it has left: close it and take it out of fds; otherwise send all of it back:
           send() tells how many bytes it took */
        break;
    }
    close(listener);
    return 0;
}
