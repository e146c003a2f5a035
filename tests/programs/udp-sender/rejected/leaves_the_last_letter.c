// UDP sender
// mistake: One byte is taken off the length, as if the text still ended with its newline.
// fails: message-arrives
// diagnosis: loses_the_last_letter
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
    dest.sin_port = htons(atoi(argv[2]));
    dest.sin_addr.s_addr = inet_addr(argv[1]);

    int length = strlen(argv[3]) - 1;
    sendto(sock, argv[3], length, 0, (struct sockaddr *)&dest, sizeof dest);
    close(sock);
    return 0;
}
