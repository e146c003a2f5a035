/* fails: arrives-in-pieces, no-newline
 * oddity: printf() without a newline stays in the buffer until the next message brings one.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <netinet/in.h>
#include <sys/socket.h>

#define PORT 9090

int main(int argc, char *argv[])
{
    int sockfd, connfd, n;
    char buffer[1024];
    struct sockaddr_in addr;
    int port = argc > 1 ? atoi(argv[1]) : PORT;

    sockfd = socket(AF_INET, SOCK_STREAM, 0);
    memset(&addr, 0, sizeof(addr));
    addr.sin_family = AF_INET;
    addr.sin_port = htons(port);
    addr.sin_addr.s_addr = INADDR_ANY;
    if (bind(sockfd, (struct sockaddr *)&addr, sizeof(addr)) < 0) {
        perror("bind");
        return 1;
    }
    listen(sockfd, 5);
    printf("Waiting on port %d\n", port);

    while (1) {
        connfd = accept(sockfd, NULL, NULL);
        if (connfd < 0)
            continue;
        n = recv(connfd, buffer, sizeof(buffer) - 1, 0);
        if (n > 0) {
            buffer[n] = '\0';
            printf("%s", buffer);
        }
        close(connfd);
    }
}
