/* DNS client: SO_RCVTIMEO, pointers into the message, an id of the clock */
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static size_t make_query(unsigned char *out, unsigned id, const char *name) {
    memset(out, 0, 12);
    out[0] = (unsigned char)(id >> 8);
    out[1] = (unsigned char)id;
    out[2] = 1; /* recursion desired */
    out[5] = 1;
    size_t at = 12;
    while (*name) {
        size_t n = strcspn(name, ".");
        out[at++] = (unsigned char)n;
        memcpy(out + at, name, n);
        at += n;
        name += n;
        if (*name == '.') name++;
    }
    out[at++] = 0;
    out[at++] = 0, out[at++] = 1, out[at++] = 0, out[at++] = 1;
    return at;
}

static size_t skip_name(const unsigned char *d, size_t at, size_t size) {
    while (at < size) {
        if (d[at] >= 0xc0) return at + 2;
        if (d[at] == 0) return at + 1;
        at += 1u + d[at];
    }
    return size + 1;
}

/* -1: not an answer to this; else the number of addresses that were printed, or 1000 plus the code */
static int read_answer(const unsigned char *d, size_t size, const unsigned char *query) {
    if (size < 12 || memcmp(d, query, 2) != 0 || !(d[2] & 0x80)) return -1;
    if (d[3] & 15) return 1000 + (d[3] & 15);
    unsigned questions = d[4] * 256u + d[5], answers = d[6] * 256u + d[7];
    size_t at = 12;
    for (; questions > 0; questions--) at = skip_name(d, at, size) + 4;
    int printed = 0;
    for (; answers > 0; answers--) {
        at = skip_name(d, at, size);
        if (at + 10 > size) return -1;
        unsigned type = d[at] * 256u + d[at + 1], class = d[at + 2] * 256u + d[at + 3], length = d[at + 8] * 256u + d[at + 9];
        at += 10;
        if (at + length > size) return -1;
        if (type == 1 && class == 1 && length == 4) {
            printf("%u.%u.%u.%u\n", d[at], d[at + 1], d[at + 2], d[at + 3]);
            printed++;
        }
        at += length;
    }
    return printed;
}

int main(int argc, char *argv[]) {
    if (argc != 4) return 2;
    int sock = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in server = {.sin_family = AF_INET, .sin_port = htons((unsigned short)atoi(argv[2]))};
    if (inet_pton(AF_INET, argv[1], &server.sin_addr) != 1) return 2;
    unsigned char query[300], answer[4096];
    size_t size = make_query(query, (unsigned)time(NULL) * 40503u ^ (unsigned)getpid(), argv[3]);
    for (int i = 0; i < 3; i++) {
        struct timeval limit = {.tv_sec = 2};
        setsockopt(sock, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof(limit));
        sendto(sock, query, size, 0, (struct sockaddr *)&server, sizeof(server));
        for (;;) {
            ssize_t got = recvfrom(sock, answer, sizeof(answer), 0, NULL, NULL);
            if (got < 0) break;
            int said = read_answer(answer, (size_t)got, query);
            if (said == -1) continue;
            if (said > 0 && said < 1000) return 0;
            fprintf(stderr, said == 1003 ? "no such name\n" : "no address\n");
            return 1;
        }
    }
    fprintf(stderr, "no answer\n");
    return 1;
}
