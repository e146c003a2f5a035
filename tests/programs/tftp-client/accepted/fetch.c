/* TFTP client: SO_RCVTIMEO, the file written at the end */
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

int main(int argc, char *argv[]) {
    if (argc != 4) return 2;
    int sock = socket(AF_INET, SOCK_DGRAM, 0);
    struct timeval limit = {.tv_sec = 1};
    setsockopt(sock, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof(limit));
    struct sockaddr_in server = {.sin_family = AF_INET, .sin_port = htons((unsigned short)atoi(argv[2]))};
    if (inet_pton(AF_INET, argv[1], &server.sin_addr) != 1) return 2;
    unsigned char out[600] = {0, 1}, in[600];
    size_t size = 2, length = strlen(argv[3]);
    memcpy(out + size, argv[3], length + 1);
    size += length + 1;
    memcpy(out + size, "octet", 6);
    size += 6;
    char *content = NULL;
    size_t have = 0;
    unsigned wanted = 1;
    int known = 0, tries = 0, fresh = 1;
    for (;;) {
        if (fresh && tries++ == 5) {
            fprintf(stderr, "no answer\n");
            return 1;
        }
        if (fresh) sendto(sock, out, size, 0, (struct sockaddr *)&server, sizeof(server));
        struct sockaddr_in from;
        socklen_t from_size = sizeof(from);
        ssize_t got = recvfrom(sock, in, sizeof(in), 0, (struct sockaddr *)&from, &from_size);
        fresh = got < 0;
        if (got < 4) continue;
        if (known && (from.sin_port != server.sin_port || from.sin_addr.s_addr != server.sin_addr.s_addr)) continue;
        if (in[1] == 5) {
            fprintf(stderr, "error: %.*s\n", (int)got - 4, (char *)in + 4);
            return 1;
        }
        if (in[1] != 3 || (unsigned)(in[2] << 8 | in[3]) != (wanted & 0xffff)) continue;
        known = 1;
        server = from;
        content = realloc(content, have + (size_t)got);
        memcpy(content + have, in + 4, (size_t)got - 4);
        have += (size_t)got - 4;
        wanted++;
        out[1] = 4, out[2] = in[2], out[3] = in[3];
        size = 4;
        tries = 0;
        fresh = 1;
        if (got < 516) break;
    }
    sendto(sock, out, size, 0, (struct sockaddr *)&server, sizeof(server));
    FILE *file = fopen(argv[3], "wb");
    if (file == NULL) return 1;
    fwrite(content, 1, have, file);
    fclose(file);
    return 0;
}
