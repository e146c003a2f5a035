/* The line is read byte by byte, the file in blocks into memory that fits. */
#include <arpa/inet.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int fail(const char *what)
{
    fprintf(stderr, "not fetched: %s\n", what);
    exit(1);
}

static void read_line(int sock, char *line, size_t room)
{
    size_t size = 0;
    do {
        if (size + 1 >= room || recv(sock, line + size, 1, 0) != 1)
            fail("the line of the server has no end");
    } while (line[size++] != '\n');
    line[size - 1] = '\0';
    if (size > 1 && line[size - 2] == '\r')
        line[size - 2] = '\0';
}

static uint32_t crc32(const unsigned char *bytes, size_t size)
{
    uint32_t sum = 0xffffffff;
    while (size-- > 0) {
        sum ^= *bytes++;
        for (int bit = 0; bit < 8; bit++)
            sum = (sum & 1) ? (sum >> 1) ^ 0xedb88320 : sum >> 1;
    }
    return ~sum;
}

int main(int argc, char *argv[])
{
    struct sockaddr_in server = {.sin_family = AF_INET};
    char line[1000];
    unsigned char *content;
    size_t size, have = 0;
    int sock = socket(AF_INET, SOCK_STREAM, 0);
    FILE *file;

    if (argc < 4)
        fail("usage: client HOST PORT FILE");
    signal(SIGPIPE, SIG_IGN);
    server.sin_port = htons((uint16_t)atoi(argv[2]));
    if (inet_pton(AF_INET, argv[1], &server.sin_addr) != 1 || connect(sock, (struct sockaddr *)&server, sizeof server) < 0)
        fail("nobody is there");
    dprintf(sock, "GET %s\r\n", argv[3]);
    read_line(sock, line, sizeof line);
    if (sscanf(line, "SIZE %zu", &size) != 1)
        fail(line);
    content = malloc(size + 1);
    while (have < size) {
        ssize_t got = recv(sock, content + have, size - have < 1460 ? size - have : 1460, 0);
        if (got <= 0)
            fail("the connection broke");
        have += (size_t)got;
    }
    dprintf(sock, "SUM %08x\n", crc32(content, size));
    read_line(sock, line, sizeof line);
    if (strcmp(line, "SAME") != 0)
        fail(line);
    file = fopen(argv[3], "wb");
    if (file == NULL || fwrite(content, 1, size, file) != size || fclose(file) != 0)
        fail("the file can not be written");
    return 0;
}
