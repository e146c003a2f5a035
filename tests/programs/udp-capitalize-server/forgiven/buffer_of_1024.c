// UDP capitalize server
// oddity: The buffer holds 1,024 bytes; the rest of a longer datagram is lost.
// fails: long-datagram
#include <arpa/inet.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#define MAXLINE 1024

int main(int argc, char *argv[])
{
    char buffer[MAXLINE];
    struct sockaddr_in servaddr, cliaddr;
    int port = argc > 1 ? atoi(argv[1]) : 8080;

    int sockfd = socket(AF_INET, SOCK_DGRAM, 0);
    memset(&servaddr, 0, sizeof(servaddr));
    servaddr.sin_family = AF_INET;
    servaddr.sin_addr.s_addr = INADDR_ANY;
    servaddr.sin_port = htons(port);
    if (bind(sockfd, (const struct sockaddr *)&servaddr, sizeof(servaddr)) < 0) {
        perror("bind failed");
        exit(EXIT_FAILURE);
    }

    while (1) {
        socklen_t len = sizeof(cliaddr);
        int n = recvfrom(sockfd, buffer, MAXLINE, 0, (struct sockaddr *)&cliaddr, &len);
        for (int i = 0; i < n; i++)
            buffer[i] = toupper(buffer[i]);
        sendto(sockfd, buffer, n, 0, (struct sockaddr *)&cliaddr, len);
    }
}
