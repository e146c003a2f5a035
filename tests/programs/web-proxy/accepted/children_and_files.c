/* A child for each browser. Pages are kept in files, which all children share; a name in place of another at the end. */
#include <arpa/inet.h>
#include <fcntl.h>
#include <netdb.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

static int send_all(int to, const char *bytes, size_t size)
{
    while (size > 0) {
        ssize_t sent = send(to, bytes, size, MSG_NOSIGNAL);
        if (sent <= 0)
            return -1;
        bytes += sent;
        size -= sent;
    }
    return 0;
}

static void bad_gateway(int browser)
{
    const char *text = "HTTP/1.0 502 Bad Gateway\r\nConnection: close\r\n\r\n<h1>Bad gateway</h1>\n";
    send_all(browser, text, strlen(text));
}

static int call(const char *host, const char *port)
{
    struct addrinfo hints, *found;
    int origin;
    memset(&hints, 0, sizeof hints);
    hints.ai_family = AF_INET;
    hints.ai_socktype = SOCK_STREAM;
    if (getaddrinfo(host, port, &hints, &found) != 0)
        return -1;
    origin = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(origin, found->ai_addr, found->ai_addrlen) < 0) {
        close(origin);
        origin = -1;
    }
    freeaddrinfo(found);
    return origin;
}

static void name_of(const char *path, char *name)
{
    name += sprintf(name, "kept-");
    for (; *path; path++)
        name += sprintf(name, "%02x", (unsigned char)*path);
}

static void serve(int browser, const char *host, const char *port)
{
    static char request[16384], buffer[8192], head[8192], path[4096], name[9000], draft[64];
    size_t have = 0, total = 0, kept_head = 0;
    long wanted = -1;
    ssize_t size;
    int origin, file;

    for (;;) {
        size = recv(browser, request + have, sizeof request - 1 - have, 0);
        if (size <= 0)
            return;
        have += size;
        request[have] = 0;
        if (strstr(request, "\r\n\r\n"))
            break;
        if (have == sizeof request - 1)
            return;
    }
    if (sscanf(request, "%*s %4000s", path) != 1)
        return;
    name_of(path, name);

    file = open(name, O_RDONLY);
    if (file >= 0) {
        while ((size = read(file, buffer, sizeof buffer)) > 0)
            if (send_all(browser, buffer, size) < 0)
                return;
        return;
    }

    origin = call(host, port);
    if (origin < 0) {
        bad_gateway(browser);
        return;
    }
    if (send_all(origin, request, have) < 0) {
        bad_gateway(browser);
        return;
    }
    sprintf(draft, "draft-%d", (int)getpid());
    file = open(draft, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    while (wanted < 0 || (long)total < wanted) {
        size = recv(origin, buffer, sizeof buffer, 0);
        if (size < 0) {
            unlink(draft);
            return;
        }
        if (size == 0)
            break;
        total += size;
        if (file >= 0 && write(file, buffer, size) != size)
            return;
        if (wanted < 0 && kept_head < sizeof head - 1) {
            char *end, *line;
            size_t more = sizeof head - 1 - kept_head;
            if (more > (size_t)size)
                more = size;
            memcpy(head + kept_head, buffer, more);
            kept_head += more;
            head[kept_head] = 0;
            end = strstr(head, "\r\n\r\n");
            if (end) {
                for (line = head; line && line < end; line = strstr(line, "\r\n")) {
                    line += line == head ? 0 : 2;
                    if (strncasecmp(line, "content-length:", 15) == 0)
                        wanted = atol(line + 15) + (end + 4 - head);
                    if (line == head)
                        line++;
                }
            }
        }
        if (send_all(browser, buffer, size) < 0) {
            unlink(draft);
            return;
        }
    }
    if (total == 0)
        bad_gateway(browser);
    else if (strncmp(head + 8, " 200", 4) == 0 && (wanted < 0 || (long)total >= wanted)) {
        rename(draft, name);
        return;
    }
    unlink(draft);
}

int main(int argc, char *argv[])
{
    struct sockaddr_in address;
    int listener, yes = 1;

    if (argc != 4) {
        fprintf(stderr, "usage: %s PORT ORIGIN_HOST ORIGIN_PORT\n", argv[0]);
        return 1;
    }
    signal(SIGCHLD, SIG_IGN);
    listener = socket(AF_INET, SOCK_STREAM, 0);
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    memset(&address, 0, sizeof address);
    address.sin_family = AF_INET;
    address.sin_port = htons(atoi(argv[1]));
    if (bind(listener, (struct sockaddr *)&address, sizeof address) < 0 || listen(listener, 20) < 0) {
        perror("bind or listen");
        return 1;
    }
    for (;;) {
        int browser = accept(listener, NULL, NULL);
        if (browser < 0)
            continue;
        if (fork() == 0) {
            close(listener);
            serve(browser, argv[2], argv[3]);
            close(browser);
            exit(0);
        }
        close(browser);
    }
}
