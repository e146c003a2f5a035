#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>

static void capitalize(char *text, ssize_t length)
{
    for (ssize_t i = 0; i < length; i++)
        if (text[i] >= 'a' && text[i] <= 'z')
            text[i] -= 'a' - 'A';
}

int main(int argc, char **argv)
{
    static char text[65535];
    struct sockaddr_in here = {0}, client;
    socklen_t client_size;
    ssize_t length;
    int fd;

    if (argc != 2) {
        fprintf(stderr, "usage: %s port\n", argv[0]);
        return 2;
    }

    fd = socket(AF_INET, SOCK_DGRAM, 0);
    here.sin_family = AF_INET;
    here.sin_port = htons(atoi(argv[1]));
    here.sin_addr.s_addr = htonl(INADDR_ANY);
    if (fd == -1 || bind(fd, (struct sockaddr *)&here, sizeof here) == -1) {
        perror("server");
        return 1;
    }

    for (;;) {
        client_size = sizeof client;
        length = recvfrom(fd, text, sizeof text, 0, (struct sockaddr *)&client, &client_size);
        if (length == -1) {
            perror("recvfrom");
            continue;
        }
        printf("%s:%d sent %zd bytes\n", inet_ntoa(client.sin_addr), ntohs(client.sin_port), length);
        capitalize(text, length);
        sendto(fd, text, length, 0, (struct sockaddr *)&client, client_size);
    }
}
