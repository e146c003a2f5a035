/* Prints the TCP ports that listen: ./plain HOST FIRST LAST */
#include <arpa/inet.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
    if (argc != 4) {
        fprintf(stderr, "usage: %s HOST FIRST LAST\n", argv[0]);
        return 1;
    }
    struct hostent *host = gethostbyname(argv[1]);
    if (host == NULL) {
        fprintf(stderr, "unknown host %s\n", argv[1]);
        return 1;
    }
    for (int port = atoi(argv[2]); port <= atoi(argv[3]); port++) {
        struct sockaddr_in to;
        int s = socket(AF_INET, SOCK_STREAM, 0);
        memset(&to, 0, sizeof(to));
        to.sin_family = AF_INET;
        to.sin_port = htons(port);
        memcpy(&to.sin_addr, host->h_addr_list[0], host->h_length);
        if (connect(s, (struct sockaddr *)&to, sizeof(to)) == 0)
            printf("%d\n", port);
        close(s);
    }
    return 0;
}
