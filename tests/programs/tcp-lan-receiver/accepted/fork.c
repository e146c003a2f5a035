/* TCP receiver, a child for each sender. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#define SIZE 1024

int main(int argc, char *argv[])
{
    int listen_fd, conn_fd;
    struct sockaddr_in addr;

    if (argc < 2) {
        fprintf(stderr, "Usage: %s <port>\n", argv[0]);
        exit(1);
    }
    signal(SIGCHLD, SIG_IGN);

    if ((listen_fd = socket(AF_INET, SOCK_STREAM, 0)) == -1) {
        perror("socket");
        exit(1);
    }
    memset(&addr, 0, sizeof(addr));
    addr.sin_family = AF_INET;
    addr.sin_addr.s_addr = INADDR_ANY;
    addr.sin_port = htons(atoi(argv[1]));
    if (bind(listen_fd, (struct sockaddr *)&addr, sizeof(addr)) == -1) {
        perror("bind");
        exit(1);
    }
    if (listen(listen_fd, 10) == -1) {
        perror("listen");
        exit(1);
    }

    while (1) {
        conn_fd = accept(listen_fd, NULL, NULL);
        if (conn_fd == -1)
            continue;
        if (fork() == 0) {
            char buf[SIZE];
            int n;
            close(listen_fd);
            while ((n = recv(conn_fd, buf, SIZE - 1, 0)) > 0) {
                buf[n] = '\0';
                printf("Received: %s", buf);
                fflush(stdout);
            }
            printf("\n");
            exit(0);
        }
        close(conn_fd);
    }
}
