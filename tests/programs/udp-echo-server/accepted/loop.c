/* recvmsg() and sendmsg() over one message. */
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    static char buffer[65536];
    struct sockaddr_in address, client;
    int sock = socket(AF_INET, SOCK_DGRAM, 0);

    if (argc < 2)
        return 1;
    memset(&address, 0, sizeof address);
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_ANY);
    address.sin_port = htons(atoi(argv[1]));
    if (bind(sock, (struct sockaddr *)&address, sizeof address) < 0) {
        perror("bind");
        return 1;
    }
    for (;;) {
        struct iovec part = {.iov_base = buffer, .iov_len = sizeof buffer};
        struct msghdr message = {
            .msg_name = &client, .msg_namelen = sizeof client, .msg_iov = &part, .msg_iovlen = 1};
        ssize_t got = recvmsg(sock, &message, 0);
        if (got < 0)
            continue;
        part.iov_len = got;
        if (sendmsg(sock, &message, 0) < 0)
            perror("sendmsg");
    }
}
