// UDP sender
// mistake: sizeof of a pointer is 8, whatever the message is; strlen() was meant.
// fails: message-arrives
// diagnosis: cuts_text_at
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
    if (argc < 4) {
        fprintf(stderr, "usage: %s host port message\n", argv[0]);
        exit(1);
    }
    char *message = argv[3];

    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in addr = {0};
    addr.sin_family = AF_INET;
    addr.sin_port = htons(atoi(argv[2]));
    inet_aton(argv[1], &addr.sin_addr);

    sendto(fd, message, sizeof(message), 0, (struct sockaddr *)&addr, sizeof(addr));
    close(fd);
    return 0;
}
