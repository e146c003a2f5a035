// fails: prints-it-once, empty-datagram
// oddity: That recvfrom() returned -1 is not looked at, so each heartbeat is the message before.
#include <arpa/inet.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in me = {.sin_family = AF_INET};
    me.sin_port = htons((unsigned short)atoi(argc > 1 ? argv[1] : "12000"));
    if (bind(fd, (struct sockaddr *)&me, sizeof me) < 0)
        return 1;
    fcntl(fd, F_SETFL, O_NONBLOCK);
    char text[2048] = "nothing yet\n";
    setbuf(stdout, NULL);
    for (;;) {
        ssize_t n;
        while ((n = recvfrom(fd, text, sizeof text - 1, 0, NULL, NULL)) >= 0) {
            text[n] = '\0';
            printf("got %s\n", text);
        }
        printf("%s", text);
        usleep(300000);
    }
}
