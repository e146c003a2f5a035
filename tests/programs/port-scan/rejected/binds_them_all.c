// fails: finds-what-listens, first-and-last
// diagnosis: binds_the_ports
// mistake: bind() in place of connect(): the ports that are free are taken for those that are open.
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
    for (int port = atoi(argv[2]); port <= atoi(argv[3]); port++) {
        struct sockaddr_in addr = {0};
        addr.sin_family = AF_INET;
        addr.sin_port = htons(port);
        inet_pton(AF_INET, argv[1], &addr.sin_addr);
        int fd = socket(AF_INET, SOCK_STREAM, 0);
        if (bind(fd, (struct sockaddr *)&addr, sizeof(addr)) == 0)
            printf("Port %d is open\n", port);
        close(fd);
    }
    return 0;
}
