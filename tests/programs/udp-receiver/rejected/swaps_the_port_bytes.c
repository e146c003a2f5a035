// UDP receiver
// mistake: The port is not put into network byte order: htons() is missing.
// fails: prints-a-message
// diagnosis: swapped_port_bytes
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    char buffer[2048];
    struct sockaddr_in addr;

    if (argc != 2) {
        fprintf(stderr, "usage: %s PORT\n", argv[0]);
        return 1;
    }

    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    memset(&addr, 0, sizeof(addr));
    addr.sin_family = AF_INET;
    addr.sin_addr.s_addr = INADDR_ANY;
    addr.sin_port = atoi(argv[1]);
    if (bind(fd, (struct sockaddr *)&addr, sizeof(addr)) < 0) {
        perror("bind");
        return 1;
    }

    while (1) {
        int n = recvfrom(fd, buffer, sizeof(buffer) - 1, 0, NULL, NULL);
        buffer[n] = '\0';
        printf("%s\n", buffer);
    }
}
