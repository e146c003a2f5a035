// UDP sender
// mistake: The port is not put into network byte order: htons() is missing.
// fails: message-arrives
// diagnosis: swapped_port_bytes
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
    if (argc != 4) {
        printf("Usage: %s HOST PORT MESSAGE\n", argv[0]);
        return 1;
    }

    int sock = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in dest;
    memset(&dest, 0, sizeof dest);
    dest.sin_family = AF_INET;
    dest.sin_port = atoi(argv[2]);
    dest.sin_addr.s_addr = inet_addr(argv[1]);

    sendto(sock, argv[3], strlen(argv[3]), 0, (struct sockaddr *)&dest, sizeof dest);
    close(sock);
    return 0;
}
