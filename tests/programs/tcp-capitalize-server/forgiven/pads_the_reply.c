/* fails: long-message, arrives-in-pieces, silent-client, empty-line
 * oddity: The whole buffer goes back, so the text is followed by NUL bytes, and one recv() is all that is read.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <ctype.h>
#include <unistd.h>
#include <sys/socket.h>
#include <netinet/in.h>

int main(int argc, char *argv[])
{
    int sockfd, newsockfd, n, i;
    char buffer[256];
    struct sockaddr_in serv_addr, cli_addr;
    socklen_t clilen;

    if (argc < 2) {
        fprintf(stderr, "ERROR, no port provided\n");
        exit(1);
    }
    sockfd = socket(AF_INET, SOCK_STREAM, 0);
    bzero((char *) &serv_addr, sizeof(serv_addr));
    serv_addr.sin_family = AF_INET;
    serv_addr.sin_addr.s_addr = INADDR_ANY;
    serv_addr.sin_port = htons(atoi(argv[1]));
    if (bind(sockfd, (struct sockaddr *) &serv_addr, sizeof(serv_addr)) < 0) {
        perror("ERROR on binding");
        exit(1);
    }
    listen(sockfd, 5);
    while (1) {
        clilen = sizeof(cli_addr);
        newsockfd = accept(sockfd, (struct sockaddr *) &cli_addr, &clilen);
        bzero(buffer, 256);
        n = read(newsockfd, buffer, 255);
        if (n > 0) {
            printf("Here is the message: %s\n", buffer);
            for (i = 0; i < n; i++)
                buffer[i] = toupper(buffer[i]);
            write(newsockfd, buffer, sizeof(buffer));
        }
        close(newsockfd);
    }
}
