/* fails: tells-the-time
 * diagnosis: swapped_port_bytes
 * mistake: the port without htons(). */
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>

int main(int argc, char *argv[])
{
    struct sockaddr_in address, client;
    int sock = socket(AF_INET, SOCK_DGRAM, 0);

    if (argc < 2)
        return 1;
    memset(&address, 0, sizeof address);
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_ANY);
    address.sin_port = atoi(argv[1]);
    if (bind(sock, (struct sockaddr *)&address, sizeof address) < 0) {
        perror("bind");
        return 1;
    }
    for (;;) {
        char byte;
        socklen_t size = sizeof client;
        time_t now;
        const char *line;
        if (recvfrom(sock, &byte, 1, 0, (struct sockaddr *)&client, &size) < 0)
            continue;
        now = time(NULL);
        line = ctime(&now);
        sendto(sock, line, strlen(line), 0, (struct sockaddr *)&client, size);
    }
}
