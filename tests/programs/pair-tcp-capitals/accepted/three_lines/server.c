#include <arpa/inet.h>
#include <ctype.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

int main(void) {
    char address[100];
    int port;
    /* the address to listen at, and the port */
    if (scanf("%99s %d", address, &port) != 2)
        return 1;
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in me = {.sin_family = AF_INET, .sin_port = htons(port)};
    inet_pton(AF_INET, address, &me.sin_addr);
    if (bind(listener, (struct sockaddr *)&me, sizeof me) < 0 || listen(listener, 5) < 0) {
        perror("server");
        return 1;
    }
    for (;;) {
        char text[4096];
        int client = accept(listener, NULL, NULL);
        ssize_t n = recv(client, text, sizeof text, 0);
        for (ssize_t i = 0; i < n; i++)
            text[i] = toupper((unsigned char)text[i]);
        if (n > 0)
            send(client, text, n, 0);
        close(client);
    }
}
