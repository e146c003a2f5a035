// UDP sender
// mistake: The message is copied into ten bytes; the rest is cut off.
// fails: message-arrives
// diagnosis: cuts_text_at
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
    char message[10];

    if (argc < 4) {
        fprintf(stderr, "usage: %s host port message\n", argv[0]);
        exit(1);
    }
    snprintf(message, sizeof(message), "%s", argv[3]);

    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in addr = {0};
    addr.sin_family = AF_INET;
    addr.sin_port = htons(atoi(argv[2]));
    inet_aton(argv[1], &addr.sin_addr);

    if (sendto(fd, message, strlen(message), 0, (struct sockaddr *)&addr, sizeof(addr)) == -1)
        perror("sendto");
    close(fd);
    return 0;
}
