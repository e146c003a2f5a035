// UDP receiver
// oddity: It takes the last byte for a newline and puts the end of the string there.
// fails: no-newline, long-datagram
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    char buffer[1500];
    struct sockaddr_in address = {0}, from;
    socklen_t size;
    int n;

    address.sin_family = AF_INET;
    address.sin_port = htons(argc > 1 ? atoi(argv[1]) : 12000);
    address.sin_addr.s_addr = htonl(INADDR_ANY);
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    if (bind(fd, (struct sockaddr *)&address, sizeof(address)) < 0) {
        perror("bind");
        return 1;
    }

    while (1) {
        size = sizeof(from);
        n = recvfrom(fd, buffer, sizeof(buffer), 0, (struct sockaddr *)&from, &size);
        if (n > 0) {
            buffer[n - 1] = '\0';
            puts(buffer);
        }
    }
}
