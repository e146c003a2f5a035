// A connected UDP client with a port of its own.
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define CLIENT_PORT 54000
#define SIZE 2000

int main(int argc, char *argv[])
{
    char text[SIZE], reply[SIZE];
    struct sockaddr_in client = {0}, server = {0};
    int fd, n;

    if (argc < 3) {
        printf("Usage: %s host port\n", argv[0]);
        return 1;
    }
    if ((fd = socket(AF_INET, SOCK_DGRAM, 0)) < 0) {
        perror("socket");
        return 1;
    }

    client.sin_family = AF_INET;
    client.sin_addr.s_addr = htonl(INADDR_ANY);
    client.sin_port = htons(CLIENT_PORT);
    if (bind(fd, (struct sockaddr *)&client, sizeof client) < 0) {
        perror("bind");
        return 1;
    }

    server.sin_family = AF_INET;
    server.sin_addr.s_addr = inet_addr(argv[1]);
    server.sin_port = htons(atoi(argv[2]));
    if (connect(fd, (struct sockaddr *)&server, sizeof server) < 0) {
        perror("connect");
        return 1;
    }

    printf("Enter a text: ");
    fflush(stdout);
    if (!fgets(text, sizeof text, stdin))
        return 0;
    text[strcspn(text, "\r\n")] = '\0';

    send(fd, text, strlen(text) + 1, 0);
    n = recv(fd, reply, sizeof reply - 1, 0);
    if (n < 0) {
        perror("recv");
        return 1;
    }
    reply[n] = '\0';
    printf("In capitals: %s\n", reply);
    close(fd);
    return 0;
}
