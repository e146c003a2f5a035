// UDP receiver: ./receiver PORT
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define BUFSIZE 2048

int main(int argc, char *argv[])
{
    char buffer[BUFSIZE];
    struct sockaddr_in addr, sender;
    socklen_t len;

    if (argc != 2) {
        fprintf(stderr, "usage: %s PORT\n", argv[0]);
        exit(EXIT_FAILURE);
    }

    int sockfd = socket(AF_INET, SOCK_DGRAM, 0);
    if (sockfd < 0) {
        perror("socket creation failed");
        exit(EXIT_FAILURE);
    }

    memset(&addr, 0, sizeof(addr));
    addr.sin_family = AF_INET;
    addr.sin_addr.s_addr = INADDR_ANY;
    addr.sin_port = htons(atoi(argv[1]));

    if (bind(sockfd, (const struct sockaddr *)&addr, sizeof(addr)) < 0) {
        perror("bind failed");
        exit(EXIT_FAILURE);
    }

    for (;;) {
        len = sizeof(sender);
        ssize_t n = recvfrom(sockfd, buffer, BUFSIZE - 1, 0, (struct sockaddr *)&sender, &len);
        if (n < 0) {
            perror("recvfrom");
            break;
        }
        buffer[n] = '\0';
        printf("Message from %s: %s\n", inet_ntoa(sender.sin_addr), buffer);
    }

    close(sockfd);
    return 0;
}
