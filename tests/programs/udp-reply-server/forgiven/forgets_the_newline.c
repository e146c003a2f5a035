/* oddity: printf() without \n: the text waits in the buffer of C.
 * fails: prints-the-request
 * diagnosis: text_not_printed
 */
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in addr = { .sin_family = AF_INET, .sin_port = htons(atoi(argv[1])) };
    struct sockaddr_in from;
    char request[2048];

    if (argc < 2 || bind(fd, (struct sockaddr *)&addr, sizeof addr) < 0)
        return 1;
    for (;;) {
        socklen_t size = sizeof from;
        ssize_t n = recvfrom(fd, request, sizeof request - 1, 0, (struct sockaddr *)&from, &size);
        if (n < 0)
            return 1;
        request[n] = '\0';
        printf("Client says: %s", request);
        sendto(fd, "Message received", 16, 0, (struct sockaddr *)&from, size);
    }
}
