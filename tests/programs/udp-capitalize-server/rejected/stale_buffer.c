// UDP capitalize server
// mistake: One buffer holds the messages and the log line, and strlen() finds the rest of the longer one.
// fails: answers-each-datagram, answers-whoever-sent
// diagnosis: stale_buffer
#include <arpa/inet.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

static char buffer[65536];

int main(int argc, char *argv[])
{
    struct sockaddr_in server, client;
    socklen_t length;

    if (argc != 2) {
        fprintf(stderr, "usage: %s PORT\n", argv[0]);
        return 1;
    }

    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    memset(&server, 0, sizeof(server));
    server.sin_family = AF_INET;
    server.sin_addr.s_addr = INADDR_ANY;
    server.sin_port = htons(atoi(argv[1]));
    if (bind(fd, (struct sockaddr *)&server, sizeof(server)) < 0) {
        perror("bind");
        return 1;
    }

    while (1) {
        length = sizeof(client);
        recvfrom(fd, buffer, sizeof(buffer) - 1, 0, (struct sockaddr *)&client, &length);
        for (int i = 0; buffer[i] != '\0'; i++)
            buffer[i] = toupper((unsigned char)buffer[i]);
        sendto(fd, buffer, strlen(buffer), 0, (struct sockaddr *)&client, length);

        sprintf(buffer, "answered %s, port %d; waiting for the next datagram on port %s",
                inet_ntoa(client.sin_addr), ntohs(client.sin_port), argv[1]);
        puts(buffer);
    }
    return 0;
}
