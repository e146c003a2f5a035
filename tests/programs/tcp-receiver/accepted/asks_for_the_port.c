#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(void)
{
    int port;
    char buffer[1024];
    struct sockaddr_in here;

    printf("Port: ");
    if (scanf("%d", &port) != 1)
        return 1;
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    int on = 1;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
    memset(&here, 0, sizeof(here));
    here.sin_family = AF_INET;
    here.sin_addr.s_addr = htonl(INADDR_ANY);
    here.sin_port = htons(port);
    if (bind(listener, (struct sockaddr *)&here, sizeof(here)) < 0) {
        perror("bind");
        return 1;
    }
    listen(listener, 5);
    for (;;) {
        int sender = accept(listener, NULL, NULL);
        ssize_t n;
        while ((n = recv(sender, buffer, sizeof(buffer), 0)) > 0) {
            fwrite(buffer, 1, n, stdout);
        }
        printf("\n");
        close(sender);
    }
}
