/* fails: folders, many-files
 * mistake: no file is closed, and a folder is opened like a file. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static const char *folder;

static uint32_t crc(uint32_t sum, const unsigned char *bytes, size_t size)
{
    sum = ~sum;
    while (size-- > 0) {
        sum ^= *bytes++;
        for (int bit = 0; bit < 8; bit++)
            sum = sum & 1 ? sum >> 1 ^ 0xedb88320u : sum >> 1;
    }
    return ~sum;
}

static int send_all(int sock, const void *bytes, size_t size)
{
    while (size > 0) {
        ssize_t sent = send(sock, bytes, size, 0);
        if (sent < 0)
            return -1;
        bytes = (const char *)bytes + sent;
        size -= (size_t)sent;
    }
    return 0;
}

static int say(int sock, const char *text)
{
    return send_all(sock, text, strlen(text));
}

static int give(int sock, const char *name, uint32_t *sum)
{
    char path[2000], size[60];
    unsigned char block[1024];
    size_t got;
    FILE *file;

    snprintf(path, sizeof path, "%s/%s", folder, name);
    file = strstr(name, "..") != NULL || name[0] == '/' ? NULL : fopen(path, "rb");
    if (file == NULL)
        return -1;
    fseek(file, 0, SEEK_END);
    snprintf(size, sizeof size, "SIZE %ld\n", ftell(file));
    say(sock, size);
    rewind(file);
    *sum = 0;
    while ((got = fread(block, 1, sizeof block, file)) > 0) {
        *sum = crc(*sum, block, got);
        if (send_all(sock, block, got) < 0)
            break;
    }
    return 0;
}

static void *serve(void *argument)
{
    int sock = (int)(intptr_t)argument, has_sum = 0;
    FILE *in = fdopen(sock, "r");
    char *line = NULL, *words, *command, *rest;
    size_t room = 0;
    uint32_t sum = 0;

    while (getline(&line, &room, in) > 0) {
        command = strtok_r(line, " \r\n", &words);
        rest = command == NULL ? NULL : strtok_r(NULL, " \r\n", &words);
        if (rest != NULL && strcmp(command, "GET") == 0) {
            if (give(sock, rest, &sum) < 0)
                say(sock, "ERROR no such file\n");
            else
                has_sum = 1;
        } else if (rest != NULL && strcmp(command, "SUM") == 0 && has_sum) {
            say(sock, strtoul(rest, NULL, 16) == sum ? "SAME\n" : "DIFFERENT\n");
        } else {
            say(sock, "ERROR I know GET and SUM\n");
        }
    }
    free(line);
    fclose(in);
    return NULL;
}

int main(int argc, char *argv[])
{
    int yes = 1, listener = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in address = {.sin_family = AF_INET};

    if (argc < 3)
        return 2;
    signal(SIGPIPE, SIG_IGN);
    folder = argv[2];
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    address.sin_port = htons((uint16_t)atoi(argv[1]));
    if (bind(listener, (struct sockaddr *)&address, sizeof address) < 0 || listen(listener, 20) < 0) {
        perror("bind or listen");
        return 1;
    }
    for (;;) {
        pthread_t thread;
        int connection = accept(listener, NULL, NULL);
        if (connection >= 0 && pthread_create(&thread, NULL, serve, (void *)(intptr_t)connection) == 0)
            pthread_detach(thread);
    }
}
