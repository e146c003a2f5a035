/* fails: picture, types, head, question-mark, space-in-a-name
 * diagnosis: none, closes_without_a_response, breaks_http
 * mistake: the file goes through strlen(), which ends at the first byte that is 0. */
#include <arpa/inet.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static char body[1000000];

static const char *type_of(const char *path)
{
    static const char *const types[][2] = {{".html", "text/html"}, {".txt", "text/plain"}, {".css", "text/css"},
                                           {".png", "image/png"}, {".jpg", "image/jpeg"}};
    const char *dot = strrchr(path, '.');
    for (size_t i = 0; dot != NULL && i < sizeof types / sizeof types[0]; i++)
        if (strcmp(dot, types[i][0]) == 0)
            return types[i][1];
    return "application/octet-stream";
}

static void serve(int connection)
{
    char request[8192] = "", path[1024], name[1100], head[300];
    size_t size = 0;
    ssize_t got = 0;
    int file;
    while (strstr(request, "\r\n\r\n") == NULL) {
        got = recv(connection, request + size, sizeof request - 1 - size, 0);
        if (got <= 0)
            return;
        size += (size_t)got;
        request[size] = '\0';
    }
    if (sscanf(request, "GET %1023s", path) != 1)
        return;
    snprintf(name, sizeof name, "www%s", strcmp(path, "/") == 0 ? "/index.html" : path);
    file = strstr(path, "..") == NULL ? open(name, O_RDONLY) : -1;
    if (file < 0) {
        const char *none = "HTTP/1.0 404 Not Found\r\nContent-Length: 3\r\n\r\nNo\n";
        send(connection, none, strlen(none), 0);
        return;
    }
    got = read(file, body, sizeof body - 1);
    close(file);
    body[got < 0 ? 0 : got] = '\0';
    snprintf(head, sizeof head, "HTTP/1.0 200 OK\r\nContent-Type: %s\r\nContent-Length: %zu\r\n\r\n", type_of(name),
             strlen(body));
    send(connection, head, strlen(head), 0);
    send(connection, body, strlen(body), 0);
}

int main(int argc, char *argv[])
{
    struct sockaddr_in address = {.sin_family = AF_INET};
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    (void)argc;
    signal(SIGPIPE, SIG_IGN);
    address.sin_port = htons((unsigned short)atoi(argv[1]));
    if (bind(listener, (struct sockaddr *)&address, sizeof address) < 0 || listen(listener, 5) < 0)
        return 1;
    for (;;) {
        int connection = accept(listener, NULL, NULL);
        serve(connection);
        close(connection);
    }
}
