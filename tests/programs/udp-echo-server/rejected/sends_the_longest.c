/* fails: goes-on
 * diagnosis: stale_buffer
 * mistake: strlen() finds the end of something longer that came before. */
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    static char buffer[65536];
    struct sockaddr_in address, client;
    int sock = socket(AF_INET, SOCK_DGRAM, 0);

    if (argc < 2)
        return 1;
    memset(&address, 0, sizeof address);
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_ANY);
    address.sin_port = htons(atoi(argv[1]));
    if (bind(sock, (struct sockaddr *)&address, sizeof address) < 0) {
        perror("bind");
        return 1;
    }
    for (;;) {
        socklen_t size = sizeof client;
        if (recvfrom(sock, buffer, sizeof buffer, 0, (struct sockaddr *)&client, &size) >= 0)
            sendto(sock, buffer, strlen(buffer), 0, (struct sockaddr *)&client, size);
    }
}
