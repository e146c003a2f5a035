// fails: request-in-pieces
// diagnosis: answers_half_a_request
// oddity: Whatever one recv() brings is taken for the whole request, and answered.
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char **argv) {
    signal(SIGPIPE, SIG_IGN);
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    int on = 1;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    struct sockaddr_in me = {0};
    me.sin_family = AF_INET;
    me.sin_port = htons((unsigned short)atoi(argc > 1 ? argv[1] : "8080"));
    if (bind(listener, (struct sockaddr *)&me, sizeof me) < 0 || listen(listener, 5) < 0) {
        perror("bind or listen");
        return 1;
    }
    for (;;) {
        int browser = accept(listener, NULL, NULL);
        char request[4096];
        ssize_t n = recv(browser, request, sizeof request - 1, 0);
        if (n > 0) {
            const char *body = "<h1>Hello</h1>\n";
            char response[256];
            int length = snprintf(response, sizeof response,
                                  "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\nContent-Length: %zu\r\n\r\n%s",
                                  strlen(body), body);
            send(browser, response, (size_t)length, 0);
        }
        close(browser);
    }
}
