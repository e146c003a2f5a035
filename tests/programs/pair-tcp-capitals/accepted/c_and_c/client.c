#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <netdb.h>
#include <sys/socket.h>
#include <netinet/in.h>

int main(int argc, char *argv[])
{
    if (argc < 3) {
        fprintf(stderr, "usage: %s HOST PORT\n", argv[0]);
        return 1;
    }
    struct hostent *host = gethostbyname(argv[1]);
    if (host == NULL) {
        fprintf(stderr, "no such host: %s\n", argv[1]);
        return 1;
    }

    int fd = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in server;
    memset(&server, 0, sizeof server);
    server.sin_family = AF_INET;
    server.sin_port = htons(atoi(argv[2]));
    memcpy(&server.sin_addr, host->h_addr_list[0], host->h_length);
    if (connect(fd, (struct sockaddr *)&server, sizeof server) < 0) {
        perror("connect");
        return 1;
    }

    printf("Please enter a sentence: ");
    fflush(stdout);
    char *line = NULL;
    size_t size = 0;
    ssize_t length = getline(&line, &size, stdin);
    if (length <= 0)
        return 0;
    if (line[length - 1] == '\n')
        line[--length] = '\0';
    if (send(fd, line, length, 0) != length) {
        perror("send");
        return 1;
    }

    /* as many bytes come back as were sent */
    ssize_t got = 0;
    while (got < length) {
        ssize_t n = recv(fd, line + got, length - got, 0);
        if (n <= 0) {
            fprintf(stderr, "the server has closed the connection\n");
            break;
        }
        got += n;
    }
    printf("Server: %.*s\n", (int)got, line);
    free(line);
    close(fd);
    return 0;
}
