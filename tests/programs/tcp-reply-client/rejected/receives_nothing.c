/* mistake: recv() is asked for strlen() of an empty buffer: for no bytes.
 * fails: prints-the-reply
 * diagnosis: leaves_the_text_unread
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>

int main(int argc, char **argv)
{
    struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons(atoi(argv[2])) };
    char reply[1024] = "";
    int fd = socket(AF_INET, SOCK_STREAM, 0);

    inet_aton(argv[1], &to.sin_addr);
    connect(fd, (struct sockaddr *)&to, sizeof to);
    send(fd, argv[3], strlen(argv[3]), 0);
    recv(fd, reply, strlen(reply), 0);
    printf("Server says: %s\n", reply);
    close(fd);
    return 0;
}
