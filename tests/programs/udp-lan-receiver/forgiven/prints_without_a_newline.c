// UDP receiver
// oddity: It prints no line end of its own, so a message without one stays in printf's buffer.
// fails: no-newline
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    char buf[2048];
    struct sockaddr_in me = {0};

    if (argc != 2)
        return 1;
    me.sin_family = AF_INET;
    me.sin_port = htons(atoi(argv[1]));
    me.sin_addr.s_addr = INADDR_ANY;

    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    if (bind(fd, (struct sockaddr *)&me, sizeof me) != 0) {
        perror("bind");
        return 1;
    }
    for (;;) {
        int n = recv(fd, buf, sizeof buf - 1, 0);
        if (n < 0)
            break;
        buf[n] = '\0';
        printf("%s", buf);
    }
    return 0;
}
