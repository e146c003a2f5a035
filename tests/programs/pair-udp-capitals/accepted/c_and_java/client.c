// UDP capitalize client: ./client HOST PORT
// The line goes out as fgets() read it, with its newline.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define MAXLINE 4096

int main(int argc, char *argv[])
{
    char sendline[MAXLINE], recvline[MAXLINE + 1];
    struct sockaddr_in servaddr;

    if (argc != 3) {
        fprintf(stderr, "usage: %s <IPaddress> <port>\n", argv[0]);
        exit(1);
    }

    memset(&servaddr, 0, sizeof(servaddr));
    servaddr.sin_family = AF_INET;
    servaddr.sin_port = htons(atoi(argv[2]));
    if (inet_pton(AF_INET, argv[1], &servaddr.sin_addr) <= 0) {
        fprintf(stderr, "not an address: %s\n", argv[1]);
        exit(1);
    }

    int sockfd = socket(AF_INET, SOCK_DGRAM, 0);

    while (fgets(sendline, MAXLINE, stdin) != NULL) {
        sendto(sockfd, sendline, strlen(sendline), 0, (struct sockaddr *)&servaddr, sizeof(servaddr));
        int n = recvfrom(sockfd, recvline, MAXLINE, 0, NULL, NULL);
        if (n < 0) {
            perror("recvfrom");
            exit(1);
        }
        recvline[n] = 0;
        fputs(recvline, stdout);
    }
    close(sockfd);
    exit(0);
}
