#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <signal.h>
#include <unistd.h>
#include <netinet/in.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    int listenfd, connfd;
    struct sockaddr_in servaddr;
    char buff[4096];

    signal(SIGPIPE, SIG_IGN);
    listenfd = socket(AF_INET, SOCK_STREAM, 0);
    memset(&servaddr, 0, sizeof(servaddr));
    servaddr.sin_family = AF_INET;
    servaddr.sin_addr.s_addr = htonl(INADDR_ANY);
    servaddr.sin_port = htons(argc > 1 ? atoi(argv[1]) : 6666);
    if (bind(listenfd, (struct sockaddr *)&servaddr, sizeof(servaddr)) == -1 || listen(listenfd, 10) == -1) {
        perror("server");
        return 1;
    }
    printf("======waiting for client's request======\n");
    while (1) {
        if ((connfd = accept(listenfd, NULL, NULL)) == -1)
            continue;
        int n = recv(connfd, buff, sizeof(buff) - 1, 0);
        if (n > 0) {
            buff[n] = '\0';
            printf("recv msg from client: %s\n", buff);
            if (send(connfd, "Hello, you are connected!\n", 26, 0) == -1)
                perror("send error");
        }
        close(connfd);
    }
}
