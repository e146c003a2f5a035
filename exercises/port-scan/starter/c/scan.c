// Which TCP ports listen?  ./scan HOST FIRST LAST
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
    if (argc < 4) {
        fprintf(stderr, "usage: %s HOST FIRST LAST\n", argv[0]);
        return 1;
    }

    const char *host = "";  // fill in: the host, from the first argument (argv[1])
    int first = 0;          // fill in: the first port, from the second argument, as a number
    int last = 0;           // fill in: the last port, from the third argument, as a number

    if (first == 0) {
        fprintf(stderr, "Fill in the host and the ports first.\n");
        return 1;
    }

    for (int port = first; port < last; port++) {  // fill in: does the last port belong to it?
        struct sockaddr_in server;
        memset(&server, 0, sizeof(server));
        server.sin_family = AF_INET;
        server.sin_port = htons(port);
        inet_pton(AF_INET, host, &server.sin_addr);

        int sock = socket(AF_INET, SOCK_STREAM, 0);
        // fill in: try to connect; connect() returns 0 when somebody listens, and -1 otherwise
        // fill in: print the port when somebody listens
        close(sock);
    }
    return 0;
}
