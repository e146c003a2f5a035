/* All that comes is kept in one buffer, and looked at again whenever more has come. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netdb.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

static char *all;
static size_t used, room;
static int sock;

static void fail(const char *why)
{
    fprintf(stderr, "not fetched: %s\n", why);
    exit(1);
}

/* Returns 0 at the end of the connection. */
static int more(void)
{
    ssize_t got;
    if (room - used < 65536) {
        room = room * 2 + 131072;
        all = realloc(all, room);
    }
    got = recv(sock, all + used, room - used - 1, 0);
    if (got <= 0)
        return 0;
    used += got;
    all[used] = '\0';
    return 1;
}

static const char *header(const char *head, const char *name)
{
    const char *line = strstr(head, "\r\n");
    size_t length = strlen(name);
    while (line != NULL) {
        line += 2;
        if (strncasecmp(line, name, length) == 0 && line[length] == ':')
            return line + length + 1 + strspn(line + length + 1, " ");
        line = strstr(line, "\r\n");
    }
    return NULL;
}

static void ask(const char *host, const char *port, const char *path)
{
    struct addrinfo hints = {.ai_family = AF_INET, .ai_socktype = SOCK_STREAM}, *found;
    char request[2048];
    if (getaddrinfo(host, port, &hints, &found) != 0)
        fail("no such host");
    sock = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(sock, found->ai_addr, found->ai_addrlen) < 0)
        fail("nobody there");
    freeaddrinfo(found);
    snprintf(request, sizeof request, "GET %s HTTP/1.1\r\nHost: %s:%s\r\nUser-Agent: sockets\r\nAccept: */*\r\n\r\n",
             path, host, port);
    if (send(sock, request, strlen(request), 0) < 0)
        fail("it left");
}

static void write_file(const char *name, const char *bytes, size_t size)
{
    FILE *file = fopen(name, "wb");
    if (file == NULL || fwrite(bytes, 1, size, file) != size || fclose(file) != 0)
        fail("the file can't be written");
    exit(0);
}

static void write_chunks(const char *name, size_t at)
{
    char *page = NULL;
    size_t size = 0;
    for (;;) {
        char *end;
        size_t length;
        while ((end = memmem(all + at, used - at, "\r\n", 2)) == NULL)
            if (!more())
                fail("cut off");
        length = strtoul(all + at, NULL, 16);
        at = end - all + 2;
        if (length == 0)
            write_file(name, page, size);
        while (used < at + length + 2)
            if (!more())
                fail("cut off");
        page = realloc(page, size + length);
        memcpy(page + size, all + at, length);
        size += length;
        at += length + 2;
    }
}

int main(int argc, char *argv[])
{
    char host[256], port[16] = "80", path[1024] = "/";
    int status, left = 5;

    if (argc < 3)
        return 2;
    signal(SIGPIPE, SIG_IGN);
    if (sscanf(argv[1], "http://%255[^:/]:%15[0-9]%1023s", host, port, path) < 1)
        fail("no address");
    for (;;) {
        char *end, *head;
        const char *value;
        size_t body;
        used = 0;
        ask(host, port, path);
        more();
        while ((end = used == 0 ? NULL : memmem(all, used, "\r\n\r\n", 4)) == NULL)
            if (!more())
                fail("no response");
        body = end - all + 4;
        head = strndup(all, body - 2);
        if (sscanf(head, "HTTP/%*s %d", &status) != 1)
            fail("this is no HTTP");
        if (status / 100 == 3 && left-- > 0 && (value = header(head, "Location")) != NULL) {
            if (*value == '/')
                sscanf(value, "%1023[^\r]", path);
            else
                sscanf(value, "http://%255[^:/]:%15[0-9]%1023[^\r]", host, port, path);
            close(sock);
            free(head);
            continue;
        }
        if (status != 200)
            fail(head);
        value = header(head, "Transfer-Encoding");
        if (value != NULL && strncasecmp(value, "chunked", 7) == 0)
            write_chunks(argv[2], body);
        value = header(head, "Content-Length");
        if (value != NULL) {
            size_t length = strtoul(value, NULL, 10);
            while (used < body + length)
                if (!more())
                    fail("cut off");
            write_file(argv[2], all + body, length);
        }
        while (more())
            ;
        write_file(argv[2], all + body, used - body);
    }
}
