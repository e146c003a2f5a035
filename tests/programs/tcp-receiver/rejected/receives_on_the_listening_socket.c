/* fails: prints-a-message
 * diagnosis: closes_before_it_reads
 * mistake: recv() is called on the listening socket, not on the one that accept() returned.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    int sockfd, newfd;
    struct sockaddr_in addr = {0};
    char buf[256];

    addr.sin_family = AF_INET;
    addr.sin_addr.s_addr = htonl(INADDR_ANY);
    addr.sin_port = htons(argc > 1 ? atoi(argv[1]) : 3490);

    sockfd = socket(AF_INET, SOCK_STREAM, 0);
    if (bind(sockfd, (struct sockaddr *)&addr, sizeof addr) < 0) {
        perror("bind");
        exit(1);
    }
    listen(sockfd, 10);

    while (1) {
        newfd = accept(sockfd, NULL, NULL);
        memset(buf, 0, sizeof buf);
        recv(sockfd, buf, sizeof buf - 1, 0);
        printf("Received: %s\n", buf);
        close(newfd);
    }
}
