// UDP capitalize server
// oddity: The loop ends when recvfrom() returns 0, which with UDP is an empty datagram.
// fails: empty-datagram
#include <arpa/inet.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static char buffer[65536];

int main(int argc, char *argv[])
{
    struct sockaddr_in server, client;
    socklen_t client_len = sizeof(client);
    int n;

    if (argc != 2) {
        printf("usage: %s <port>\n", argv[0]);
        return 1;
    }
    int sock = socket(AF_INET, SOCK_DGRAM, 0);
    memset(&server, 0, sizeof(server));
    server.sin_family = AF_INET;
    server.sin_addr.s_addr = htonl(INADDR_ANY);
    server.sin_port = htons(atoi(argv[1]));
    if (bind(sock, (struct sockaddr *)&server, sizeof(server)) == -1) {
        perror("bind");
        return 1;
    }

    while ((n = recvfrom(sock, buffer, sizeof(buffer), 0, (struct sockaddr *)&client, &client_len)) > 0) {
        for (int i = 0; i < n; i++)
            buffer[i] = toupper((unsigned char)buffer[i]);
        sendto(sock, buffer, n, 0, (struct sockaddr *)&client, client_len);
    }
    close(sock);
    return 0;
}
