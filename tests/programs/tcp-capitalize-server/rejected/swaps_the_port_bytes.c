/* fails: replies-in-capitals
 * diagnosis: swapped_port_bytes
 * mistake: htons() is missing, so the server listens on the port with its two bytes swapped.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <ctype.h>
#include <unistd.h>
#include <sys/types.h>
#include <sys/socket.h>
#include <netinet/in.h>

int main(int argc, char *argv[])
{
    int listenfd, connfd, n, i;
    char line[1024];
    struct sockaddr_in servaddr;

    if (argc != 2) {
        printf("usage: server <port>\n");
        exit(1);
    }
    listenfd = socket(AF_INET, SOCK_STREAM, 0);
    bzero(&servaddr, sizeof(servaddr));
    servaddr.sin_family = AF_INET;
    servaddr.sin_addr.s_addr = htonl(INADDR_ANY);
    servaddr.sin_port = atoi(argv[1]);
    bind(listenfd, (struct sockaddr *)&servaddr, sizeof(servaddr));
    listen(listenfd, 5);
    printf("listening on port %s\n", argv[1]);

    for (;;) {
        connfd = accept(listenfd, NULL, NULL);
        while ((n = read(connfd, line, sizeof(line))) > 0) {
            for (i = 0; i < n; i++)
                line[i] = toupper((unsigned char)line[i]);
            write(connfd, line, n);
        }
        close(connfd);
    }
}
