/* oddity: The request is answered but never printed.
 * fails: prints-the-request
 * diagnosis: text_not_printed
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <arpa/inet.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in addr = { .sin_family = AF_INET, .sin_port = htons(atoi(argv[1])) };
    struct sockaddr_in from;
    char request[500];

    if (bind(fd, (struct sockaddr *)&addr, sizeof addr) < 0)
        return 1;
    puts("waiting");
    for (;;) {
        socklen_t size = sizeof from;
        ssize_t n = recvfrom(fd, request, sizeof request, 0, (struct sockaddr *)&from, &size);
        if (n < 0)
            return 1;
        sendto(fd, "Message received", 16, 0, (struct sockaddr *)&from, size);
    }
}
