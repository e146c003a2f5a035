/* fails: long-request
 * oddity: The buffer has room for 256 bytes, and what is longer is cut off there.
 */
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    char request[256];
    const char *reply = "Message received";
    struct sockaddr_in server = {.sin_family = AF_INET}, client;
    int sock = socket(AF_INET, SOCK_DGRAM, 0);

    if (argc != 2)
        return 1;
    server.sin_port = htons(atoi(argv[1]));
    if (bind(sock, (struct sockaddr *)&server, sizeof server) < 0) {
        perror("bind");
        return 1;
    }
    for (;;) {
        socklen_t size = sizeof client;
        ssize_t n = recvfrom(sock, request, sizeof request, 0, (struct sockaddr *)&client, &size);
        if (n < 0)
            continue;
        printf("Client says: %.*s\n", (int)n, request);
        fflush(stdout);
        sendto(sock, reply, strlen(reply), 0, (struct sockaddr *)&client, size);
    }
}
