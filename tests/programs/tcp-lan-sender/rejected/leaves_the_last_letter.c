/* fails: reaches-another-computer
 * diagnosis: loses_the_last_letter
 * mistake: One byte is taken off for a newline that the message does not have.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    if (argc < 4) {
        printf("usage: %s HOST PORT MESSAGE\n", argv[0]);
        return 1;
    }
    char *message = argv[3];
    int length = strlen(message) - 1;    /* without the newline */

    int sockfd = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in server = {0};
    server.sin_family = AF_INET;
    server.sin_port = htons(atoi(argv[2]));
    server.sin_addr.s_addr = inet_addr(argv[1]);
    if (connect(sockfd, (struct sockaddr *)&server, sizeof(server)) < 0) {
        perror("connect");
        return 1;
    }
    send(sockfd, message, length, 0);
    close(sockfd);
    return 0;
}
