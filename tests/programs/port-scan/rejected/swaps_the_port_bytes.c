// fails: finds-what-listens, first-and-last
// diagnosis: swapped_port_bytes
// mistake: htons() is missing, so other ports are asked than are printed.
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
    for (int port = atoi(argv[2]); port <= atoi(argv[3]); port++) {
        struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = port};
        int s = socket(AF_INET, SOCK_STREAM, 0);
        to.sin_addr.s_addr = inet_addr(argv[1]);
        if (connect(s, (struct sockaddr *)&to, sizeof(to)) == 0)
            printf("%d\n", port);
        close(s);
    }
    return 0;
}
