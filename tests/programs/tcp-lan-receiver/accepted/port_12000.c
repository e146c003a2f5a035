#include <stdio.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>

#define PORT 12000
#define MAXLINE 2048

int main(void)
{
    char line[MAXLINE];
    int on = 1;

    int sock = socket(AF_INET, SOCK_STREAM, 0);
    setsockopt(sock, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));

    struct sockaddr_in me = { .sin_family = AF_INET, .sin_port = htons(PORT) };
    me.sin_addr.s_addr = htonl(INADDR_ANY);
    if (bind(sock, (struct sockaddr *)&me, sizeof(me)) != 0) {
        perror("bind");
        return 1;
    }
    listen(sock, 5);
    printf("Receiver is waiting on port %d\n", PORT);

    for (;;) {
        struct sockaddr_in from;
        socklen_t len = sizeof(from);
        int c = accept(sock, (struct sockaddr *)&from, &len);
        if (c < 0) {
            perror("accept");
            continue;
        }
        printf("--- %s ---\n", inet_ntoa(from.sin_addr));
        int n;
        while ((n = read(c, line, sizeof(line))) > 0)
            write(STDOUT_FILENO, line, n);
        if (n < 0)
            perror("read");
        puts("--- end ---");
        close(c);
    }
}
