// UDP capitalize client
// mistake: The reply is received, but it is the request that is printed.
// fails: prints-the-reply
// diagnosis: prints_the_request
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
    char text[2048], reply[2048];
    struct sockaddr_in server;

    if (argc != 3) {
        fprintf(stderr, "usage: %s HOST PORT\n", argv[0]);
        return 1;
    }

    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    memset(&server, 0, sizeof(server));
    server.sin_family = AF_INET;
    server.sin_addr.s_addr = inet_addr(argv[1]);
    server.sin_port = htons(atoi(argv[2]));

    printf("Text: ");
    fflush(stdout);
    if (fgets(text, sizeof(text), stdin) == NULL)
        return 0;
    text[strcspn(text, "\n")] = '\0';

    sendto(fd, text, strlen(text), 0, (struct sockaddr *)&server, sizeof(server));
    int n = recvfrom(fd, reply, sizeof(reply) - 1, 0, NULL, NULL);
    if (n >= 0) {
        reply[n] = '\0';
        printf("Reply: %s\n", text);
    }
    close(fd);
    return 0;
}
