/* fails: goes-on-to-the-next-sender
 * diagnosis: stale_buffer
 * mistake: The length that recv() returned is not used, so the end of a longer message before is printed again.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>

char buffer[1024];

int main(int argc, char *argv[])
{
    struct sockaddr_in server;
    int sock, client;

    if (argc != 2) {
        printf("usage: %s PORT\n", argv[0]);
        return 1;
    }
    sock = socket(AF_INET, SOCK_STREAM, 0);
    memset(&server, 0, sizeof server);
    server.sin_family = AF_INET;
    server.sin_addr.s_addr = INADDR_ANY;
    server.sin_port = htons(atoi(argv[1]));
    if (bind(sock, (struct sockaddr *)&server, sizeof server) < 0) {
        perror("bind");
        return 1;
    }
    listen(sock, 3);
    while (1) {
        client = accept(sock, NULL, NULL);
        if (recv(client, buffer, sizeof buffer - 1, 0) > 0)
            printf("Message: %s\n", buffer);
        close(client);
    }
}
