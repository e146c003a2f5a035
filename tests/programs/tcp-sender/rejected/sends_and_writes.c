// fails: sent-once
// diagnosis: sends_it_twice
// mistake: send() for the socket and write() for the file: both put the line on the connection.
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char **argv) {
    if (argc < 4) return 2;
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in to = {0};
    to.sin_family = AF_INET;
    to.sin_port = htons((unsigned short)atoi(argv[2]));
    inet_pton(AF_INET, argv[1], &to.sin_addr);
    if (connect(fd, (struct sockaddr *)&to, sizeof to) < 0) {
        perror("connect");
        return 1;
    }
    size_t length = strlen(argv[3]);
    char *line = malloc(length + 2);
    memcpy(line, argv[3], length);
    line[length] = '\n';
    line[length + 1] = '\0';
    for (size_t sent = 0; sent < length + 1;) {
        ssize_t n = send(fd, line + sent, length + 1 - sent, 0);
        if (n < 0) return 1;
        sent += (size_t)n;
    }
    for (size_t sent = 0; sent < length + 1;) {
        ssize_t n = write(fd, line + sent, length + 1 - sent);
        if (n < 0) return 1;
        sent += (size_t)n;
    }
    free(line);
    close(fd);
    return 0;
}
