/* UDP receiver: no newline but fflush(); the acknowledgement goes out with all the bytes of its buffer */
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/types.h>

#define SIZE 1024

int main(int argc, char **argv)
{
    int fd = socket(AF_INET6, SOCK_DGRAM, 0), off = 0, last = -1, seq;
    struct sockaddr_in6 addr = {.sin6_family = AF_INET6, .sin6_addr = IN6ADDR_ANY_INIT}, from;
    socklen_t len;
    char in[SIZE], out[SIZE];

    setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &off, sizeof(off));
    addr.sin6_port = htons(argc > 1 ? atoi(argv[1]) : 12000);
    bind(fd, (struct sockaddr *)&addr, sizeof(addr));
    while (1) {
        memset(in, 0, SIZE);
        memset(out, 0, SIZE);
        len = sizeof(from);
        recvfrom(fd, in, SIZE - 1, 0, (struct sockaddr *)&from, &len);
        seq = atoi(in);
        if (seq > last) {
            printf("%s | ", strchr(in, ' ') + 1);
            fflush(stdout);
            last = seq;
        }
        sprintf(out, "ACK %d", seq);
        sendto(fd, out, SIZE, 0, (struct sockaddr *)&from, len);
    }
}
