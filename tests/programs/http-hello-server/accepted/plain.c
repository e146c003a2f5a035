#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    const char *body = "Hello, world!\n";
    struct sockaddr_in me = { .sin_family = AF_INET };
    char request[8192], head[200];
    int listener = socket(AF_INET, SOCK_STREAM, 0);

    if (argc != 2)
        return 2;
    signal(SIGPIPE, SIG_IGN);
    me.sin_port = htons(atoi(argv[1]));
    if (bind(listener, (struct sockaddr *)&me, sizeof me) < 0 || listen(listener, 5) < 0) {
        perror("server");
        return 1;
    }
    for (;;) {
        int c = accept(listener, NULL, NULL);
        size_t size = 0;
        ssize_t n;

        while ((n = recv(c, request + size, sizeof request - 1 - size, 0)) > 0) {
            size += n;
            request[size] = '\0';
            if (strstr(request, "\r\n\r\n") != NULL) {
                int length = snprintf(head, sizeof head,
                                      "HTTP/1.0 200 OK\r\n"
                                      "Content-Type: text/plain\r\n"
                                      "Content-Length: %zu\r\n"
                                      "\r\n",
                                      strlen(body));
                send(c, head, length, 0);
                send(c, body, strlen(body), 0);
                break;
            }
        }
        close(c);
    }
}
