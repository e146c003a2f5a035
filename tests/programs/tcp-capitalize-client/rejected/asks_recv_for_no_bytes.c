/* fails: prints-the-reply
 * diagnosis: leaves_the_text_unread
 * mistake: The third argument of recv() is strlen() of an empty buffer, which is 0, instead of its size.
 */
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    char text[1024];
    char reply[1024] = "";
    struct sockaddr_in to = {0};
    int fd;

    if (argc != 3) {
        fprintf(stderr, "usage: %s host port\n", argv[0]);
        return 1;
    }
    fd = socket(AF_INET, SOCK_STREAM, 0);
    to.sin_family = AF_INET;
    to.sin_port = htons(atoi(argv[2]));
    inet_pton(AF_INET, argv[1], &to.sin_addr);
    if (connect(fd, (struct sockaddr *)&to, sizeof to) == -1) {
        perror("connect");
        return 1;
    }
    printf("> ");
    fflush(stdout);
    if (fgets(text, sizeof text, stdin) != NULL) {
        send(fd, text, strlen(text), 0);
        recv(fd, reply, strlen(reply), 0);
        printf("reply: %s\n", reply);
    }
    close(fd);
    return 0;
}
