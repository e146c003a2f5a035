/* fails: silent-browser
 * diagnosis: serves_one_at_a_time
 * mistake: a process for each browser, and the parent waits for the end of each. */
#include <arpa/inet.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static char root[PATH_MAX];

static int send_all(int connection, const char *bytes, size_t size)
{
    while (size > 0) {
        ssize_t sent = send(connection, bytes, size, 0);
        if (sent <= 0)
            return -1;
        bytes += sent;
        size -= (size_t)sent;
    }
    return 0;
}

static int say(int connection, const char *text) { return send_all(connection, text, strlen(text)); }

static void refuse(int connection, const char *status, int is_head)
{
    char head[200];
    snprintf(head, sizeof head, "HTTP/1.0 %s\r\nContent-Type: text/plain\r\n\r\n%s", status, is_head ? "" : status);
    say(connection, head);
}

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

static void decode(char *path)
{
    char *to = path;
    for (char *from = path; *from != '\0' && *from != '?'; from++) {
        unsigned byte;
        if (*from == '%' && sscanf(from + 1, "%2x", &byte) == 1) {
            *to++ = (char)byte;
            from += 2;
        } else {
            *to++ = *from;
        }
    }
    *to = '\0';
}

static void serve(int connection)
{
    char request[16384] = "", method[16], path[4000], name[PATH_MAX * 2], real[PATH_MAX], buffer[5000];
    struct stat about;
    size_t size = 0;
    ssize_t got;
    int file, is_head;
    while (strstr(request, "\r\n\r\n") == NULL) {
        got = recv(connection, request + size, sizeof request - 1 - size, 0);
        if (got <= 0)
            return;
        size += (size_t)got;
        request[size] = '\0';
    }
    if (sscanf(request, "%15s /%3999[^ \r\n] HTTP/", method, path) != 2) {
        if (strncmp(request, "GET / ", 6) != 0 && strncmp(request, "HEAD / ", 7) != 0) {
            refuse(connection, "400 Bad Request", 0);
            return;
        }
        strcpy(path, "index.html");
    }
    decode(path);
    is_head = strcmp(method, "HEAD") == 0;
    snprintf(name, sizeof name, "%s/%s", root, path);
    if (realpath(name, real) == NULL || strncmp(real, root, strlen(root)) != 0 || real[strlen(root)] != '/' ||
        stat(real, &about) < 0 || !S_ISREG(about.st_mode) || (file = open(real, O_RDONLY)) < 0) {
        refuse(connection, "404 Not Found", is_head);
        return;
    }
    snprintf(buffer, sizeof buffer, "Content-Type: %s\r\nContent-Length: %lld\r\n", type_of(real),
             (long long)about.st_size);
    if (say(connection, "HTTP/1.0 200 OK\r\n") < 0 || say(connection, buffer) < 0 || say(connection, "\r\n") < 0)
        return;
    while (!is_head && (got = read(file, buffer, sizeof buffer)) > 0)
        if (send_all(connection, buffer, (size_t)got) < 0)
            return;
}

int main(int argc, char *argv[])
{
    struct sockaddr_in address = {.sin_family = AF_INET};
    int listener = socket(AF_INET, SOCK_STREAM, 0), yes = 1;
    if (argc != 2 || realpath("www", root) == NULL)
        return 2;
    signal(SIGPIPE, SIG_IGN);
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    address.sin_port = htons((unsigned short)atoi(argv[1]));
    if (bind(listener, (struct sockaddr *)&address, sizeof address) < 0 || listen(listener, 5) < 0) {
        perror("server");
        return 1;
    }
    for (;;) {
        int connection = accept(listener, NULL, NULL);
        if (connection < 0)
            continue;
        if (fork() == 0) {
            close(listener);
            serve(connection);
            _exit(0);
        }
        close(connection);
        wait(NULL);
    }
}
