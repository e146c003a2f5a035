// fails: finds-what-listens, first-and-last
// diagnosis: reuses_one_socket
// mistake: One socket for all ports: once it is connected it can not be connected to another port.
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
    struct sockaddr_in to;
    int port;
    int s = socket(AF_INET, SOCK_STREAM, 0);
    for (port = atoi(argv[2]); port <= atoi(argv[3]); port++) {
        memset(&to, 0, sizeof(to));
        to.sin_family = AF_INET;
        to.sin_port = htons(port);
        to.sin_addr.s_addr = inet_addr(argv[1]);
        if (connect(s, (struct sockaddr *)&to, sizeof(to)) == 0)
            printf("%d\n", port);
    }
    close(s);
    return 0;
}
