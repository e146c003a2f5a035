/* poll() and sockets that never wait: what a client does not take yet stays in its file. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#define CLIENTS 60
#define ROOM 4000

struct client {
    char in[ROOM], out[ROOM];
    size_t in_size, out_size, out_at;
    FILE *file;      /* what is on its way */
    uint32_t sum;    /* of the last file, as far as it has left */
    int has_sum;
};

static struct pollfd polls[CLIENTS + 1];
static struct client clients[CLIENTS + 1];
static int count = 1;

static uint32_t crc(uint32_t sum, const char *bytes, size_t size)
{
    sum = ~sum;
    while (size-- > 0) {
        sum ^= (unsigned char)*bytes++;
        for (int bit = 0; bit < 8; bit++)
            sum = sum & 1 ? sum >> 1 ^ 0xedb88320u : sum >> 1;
    }
    return ~sum;
}

static void say(struct client *c, const char *text)
{
    size_t size = strlen(text);
    memcpy(c->out + c->out_size, text, size);
    c->out_size += size;
}

static void answer(struct client *c, char *line)
{
    char path[ROOM + 10], size[60];
    struct stat about;
    char *word = strtok(line, " \r"), *rest = strtok(NULL, " \r");

    if (word != NULL && rest != NULL && strcmp(word, "GET") == 0) {
        snprintf(path, sizeof path, "./%s", rest);
        if (strstr(rest, "..") != NULL || rest[0] == '/' || stat(path, &about) < 0 || !S_ISREG(about.st_mode) ||
            (c->file = fopen(path, "rb")) == NULL) {
            say(c, "ERROR no such file\n");
            return;
        }
        snprintf(size, sizeof size, "SIZE %lld\n", (long long)about.st_size);
        say(c, size);
        c->sum = 0;
        c->has_sum = 1;
    } else if (word != NULL && rest != NULL && strcmp(word, "SUM") == 0 && c->has_sum) {
        say(c, strtoul(rest, NULL, 16) == c->sum ? "SAME\n" : "DIFFERENT\n");
    } else {
        say(c, "ERROR I know GET and SUM\n");
    }
}

/* Does what can be done without waiting; says whether the client is still there. */
static int go_on(int fd, struct client *c)
{
    for (;;) {
        char *end;
        if (c->out_at < c->out_size) {
            ssize_t sent = send(fd, c->out + c->out_at, c->out_size - c->out_at, MSG_NOSIGNAL | MSG_DONTWAIT);
            if (sent < 0)
                return errno == EAGAIN || errno == EINTR;
            c->out_at += (size_t)sent;
            continue;
        }
        c->out_at = c->out_size = 0;
        if (c->file != NULL) {
            c->out_size = fread(c->out, 1, sizeof c->out, c->file);
            c->sum = crc(c->sum, c->out, c->out_size);
            if (c->out_size == 0) {
                fclose(c->file);
                c->file = NULL;
            }
            continue;
        }
        end = memchr(c->in, '\n', c->in_size);
        if (end == NULL)
            return c->in_size < sizeof c->in;
        *end = '\0';
        answer(c, c->in);
        c->in_size -= (size_t)(end + 1 - c->in);
        memmove(c->in, end + 1, c->in_size);
    }
}

static int hear(int fd, struct client *c)
{
    ssize_t got = recv(fd, c->in + c->in_size, sizeof c->in - c->in_size, MSG_DONTWAIT);
    if (got <= 0)
        return got < 0 && (errno == EAGAIN || errno == EINTR);
    c->in_size += (size_t)got;
    return 1;
}

int main(int argc, char *argv[])
{
    int yes = 1, listener = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in address = {.sin_family = AF_INET};

    if (argc < 3)
        return 2;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    address.sin_port = htons((uint16_t)atoi(argv[1]));
    if (chdir(argv[2]) < 0 || bind(listener, (struct sockaddr *)&address, sizeof address) < 0 || listen(listener, 20) < 0) {
        perror("chdir, bind or listen");
        return 1;
    }
    polls[0] = (struct pollfd){.fd = listener, .events = POLLIN};
    for (;;) {
        for (int i = 1; i < count; i++) {
            struct client *c = &clients[i];
            int sending = c->file != NULL || c->out_at < c->out_size;
            polls[i].events = (short)(sending ? POLLOUT : POLLIN);
        }
        if (poll(polls, (nfds_t)count, -1) < 0)
            continue;
        for (int i = count - 1; i >= 1; i--) {
            int there = 1;
            if (polls[i].revents == 0)
                continue;
            if (polls[i].events == POLLIN)
                there = hear(polls[i].fd, &clients[i]);
            if (there && go_on(polls[i].fd, &clients[i]))
                continue;
            if (clients[i].file != NULL)
                fclose(clients[i].file);
            close(polls[i].fd);
            count--;
            polls[i] = polls[count];
            clients[i] = clients[count];
        }
        if (polls[0].revents != 0 && count <= CLIENTS) {
            int fd = accept(listener, NULL, NULL);
            if (fd >= 0) {
                memset(&clients[count], 0, sizeof clients[count]);
                polls[count++] = (struct pollfd){.fd = fd, .events = POLLIN};
            }
        }
    }
}
