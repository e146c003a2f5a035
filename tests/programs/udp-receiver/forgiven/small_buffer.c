// UDP receiver
// oddity: The buffer holds 256 bytes; the rest of a longer datagram is lost.
// fails: long-datagram
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#define MAXLINE 256

int main(int argc, char *argv[])
{
    char line[MAXLINE + 1];
    struct sockaddr_in servaddr;

    if (argc < 2) {
        printf("usage: %s port\n", argv[0]);
        return 1;
    }
    int sockfd = socket(AF_INET, SOCK_DGRAM, 0);

    bzero(&servaddr, sizeof(servaddr));
    servaddr.sin_family = AF_INET;
    servaddr.sin_addr.s_addr = htonl(INADDR_ANY);
    servaddr.sin_port = htons(atoi(argv[1]));
    bind(sockfd, (struct sockaddr *)&servaddr, sizeof(servaddr));

    while (1) {
        int n = recvfrom(sockfd, line, MAXLINE, 0, NULL, NULL);
        line[n] = 0;
        printf("Received: %s\n", line);
    }
}
