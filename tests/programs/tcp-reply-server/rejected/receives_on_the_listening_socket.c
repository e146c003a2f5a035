/* mistake: recv() and send() are called on the listening socket instead of the connection.
 * fails: replies, prints-the-request
 * diagnosis: closes_before_it_reads
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>

int main(int argc, char **argv)
{
    struct sockaddr_in addr = { .sin_family = AF_INET };
    int sockfd = socket(AF_INET, SOCK_STREAM, 0), newfd;
    char buffer[1024];

    addr.sin_port = htons(atoi(argv[1]));
    bind(sockfd, (struct sockaddr *)&addr, sizeof(addr));
    listen(sockfd, 3);
    while ((newfd = accept(sockfd, NULL, NULL)) >= 0) {
        int n = recv(sockfd, buffer, sizeof(buffer) - 1, 0);
        if (n < 0)
            n = 0;
        buffer[n] = '\0';
        printf("%s\n", buffer);
        send(sockfd, "Hello from server", 17, MSG_NOSIGNAL);
        close(newfd);
    }
    return 0;
}
