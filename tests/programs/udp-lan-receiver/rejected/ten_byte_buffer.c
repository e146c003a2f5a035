// UDP receiver
// mistake: The buffer is ten bytes long; the rest of each datagram is lost.
// fails: hears-this-computer, hears-another-computer
// diagnosis: cuts_text_at
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    char buffer[10];
    struct sockaddr_in addr;

    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    memset(&addr, 0, sizeof(addr));
    addr.sin_family = AF_INET;
    addr.sin_addr.s_addr = INADDR_ANY;
    addr.sin_port = htons(argc > 1 ? atoi(argv[1]) : 4444);
    if (bind(fd, (struct sockaddr *)&addr, sizeof(addr)) < 0) {
        perror("bind");
        return 1;
    }

    while (1) {
        memset(buffer, 0, sizeof(buffer));
        recvfrom(fd, buffer, sizeof(buffer) - 1, 0, NULL, NULL);
        printf("Data received: %s\n", buffer);
    }
    return 0;
}
