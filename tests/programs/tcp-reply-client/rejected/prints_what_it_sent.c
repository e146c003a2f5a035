/* mistake: The request is printed instead of the reply.
 * fails: prints-the-reply
 * diagnosis: prints_the_request
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>

int main(int argc, char **argv)
{
    struct sockaddr_in to = { .sin_family = AF_INET };
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    char message[1024], reply[1024] = "";

    to.sin_port = htons(atoi(argv[2]));
    to.sin_addr.s_addr = inet_addr(argv[1]);
    connect(fd, (struct sockaddr *)&to, sizeof to);
    strcpy(message, argv[3]);
    write(fd, message, strlen(message));
    read(fd, reply, sizeof reply - 1);
    printf("Server says: %s\n", message);
    close(fd);
    return 0;
}
