// fails: reaches-another-computer
// diagnosis: hands_over_too_short_a_length
// mistake: The address is handed on as a pointer, and the length given with it is that of the pointer.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void say(int fd, const char *text, struct sockaddr_in *to)
{
    sendto(fd, text, strlen(text), 0, (struct sockaddr *)to, sizeof(to));
}

int main(int argc, char *argv[])
{
    struct sockaddr_in addr = {0};
    addr.sin_family = AF_INET;
    addr.sin_port = htons(atoi(argv[2]));
    inet_pton(AF_INET, argv[1], &addr.sin_addr);

    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    say(fd, argv[3], &addr);
    close(fd);
    printf("sent\n");
    return 0;
}
