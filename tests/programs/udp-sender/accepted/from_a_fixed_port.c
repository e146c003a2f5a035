// Sends from port 50001, so that the receiver can tell who it was. The typed line goes out with its newline.
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define MY_PORT 50001
#define MAXLINE 4096

int main(int argc, char **argv)
{
    const char *host = argc > 1 ? argv[1] : "127.0.0.1";
    int port = argc > 2 ? atoi(argv[2]) : 7891;
    char line[MAXLINE];

    int fd = socket(AF_INET, SOCK_DGRAM, 0);

    struct sockaddr_in me = {0}, to = {0};
    me.sin_family = AF_INET;
    me.sin_addr.s_addr = INADDR_ANY;
    me.sin_port = htons(MY_PORT);
    if (bind(fd, (struct sockaddr *)&me, sizeof me) < 0) {
        perror("bind");
        exit(EXIT_FAILURE);
    }

    to.sin_family = AF_INET;
    to.sin_addr.s_addr = inet_addr(host);
    to.sin_port = htons(port);

    printf("Type a message: ");
    fflush(stdout);
    if (fgets(line, sizeof line, stdin) == NULL) {
        printf("\nnothing to send\n");
        return 0;
    }
    sendto(fd, line, strlen(line), 0, (struct sockaddr *)&to, sizeof to);
    close(fd);
    return 0;
}
