#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <unistd.h>

#define MAXLINE 1024

// Driver code
int main(int argc, char **argv)
{
    int sockfd, n;
    socklen_t len;
    char buffer[MAXLINE];
    struct sockaddr_in servaddr;

    if (argc != 4) {
        printf("Usage: %s host port message\n", argv[0]);
        return 1;
    }
    if ((sockfd = socket(AF_INET, SOCK_DGRAM, 0)) < 0) {
        perror("socket creation failed");
        exit(EXIT_FAILURE);
    }
    memset(&servaddr, 0, sizeof(servaddr));
    servaddr.sin_family = AF_INET;
    servaddr.sin_port = htons(atoi(argv[2]));
    servaddr.sin_addr.s_addr = inet_addr(argv[1]);

    sendto(sockfd, argv[3], strlen(argv[3]), MSG_CONFIRM, (const struct sockaddr *)&servaddr, sizeof(servaddr));
    printf("Message sent.\n");
    len = sizeof(servaddr);
    n = recvfrom(sockfd, buffer, MAXLINE - 1, MSG_WAITALL, (struct sockaddr *)&servaddr, &len);
    buffer[n] = '\0';
    printf("Server : %s\n", buffer);
    close(sockfd);
    return 0;
}
