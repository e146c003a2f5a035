// UDP receiver
// mistake: The address of one interface of one computer is written in.
// fails: hears-this-computer, hears-both
// diagnosis: bound_to_one_address
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    char buffer[2048];
    struct sockaddr_in me;

    if (argc < 2)
        return 1;
    int s = socket(AF_INET, SOCK_DGRAM, 0);
    memset(&me, 0, sizeof(me));
    me.sin_family = AF_INET;
    me.sin_port = htons(atoi(argv[1]));
    me.sin_addr.s_addr = inet_addr("192.168.178.23");
    if (bind(s, (struct sockaddr *)&me, sizeof(me)) < 0) {
        perror("bind");
        return 1;
    }
    for (;;) {
        ssize_t n = recvfrom(s, buffer, sizeof(buffer) - 1, 0, NULL, NULL);
        if (n < 0)
            return 1;
        buffer[n] = 0;
        printf("%s\n", buffer);
    }
}
