/* DNS server: the answer is made in the buffer of the question */
#include <arpa/inet.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

static const struct {
    const char *name;
    const char *address;
} table[] = {{"alpha.example.", "192.0.2.1"},
             {"beta.example.", "192.0.2.200"},
             {"www.gamma.example.", "198.51.100.7"},
             {"www.gamma.example.", "203.0.113.9"}};

int main(int argc, char *argv[]) {
    if (argc != 2) return 1;
    int sock = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in own = {.sin_family = AF_INET, .sin_port = htons((unsigned short)atoi(argv[1]))};
    own.sin_addr.s_addr = htonl(INADDR_ANY);
    if (bind(sock, (struct sockaddr *)&own, sizeof(own)) < 0) {
        perror("bind");
        return 1;
    }
    for (;;) {
        unsigned char data[2048];
        struct sockaddr_in client;
        socklen_t length = sizeof(client);
        ssize_t got = recvfrom(sock, data, 1024, 0, (struct sockaddr *)&client, &length);
        if (got < 17) continue;
        char name[300] = "";
        size_t at = 12, out = 0;
        while (at < (size_t)got && data[at] != 0 && data[at] < 64 && out + data[at] + 2u < sizeof(name)) {
            for (unsigned i = 1; i <= data[at] && at + i < (size_t)got; i++) name[out++] = (char)tolower(data[at + i]);
            name[out++] = '.';
            at += 1u + data[at];
        }
        if (at + 5 > (size_t)got || data[at] != 0) continue;
        int is_address = memcmp(data + at, "\0\0\1\0\1", 5) == 0;
        at += 5;
        int known = 0;
        unsigned char answers = 0;
        for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
            if (strcmp(table[i].name, name) != 0) continue;
            known = 1;
            if (!is_address) continue;
            memcpy(data + at, "\xc0\x0c\0\1\0\1\0\0\0\x3c\0\4", 12);
            inet_pton(AF_INET, table[i].address, data + at + 12);
            at += 16;
            answers++;
        }
        data[2] = (unsigned char)(0x84 | (data[2] & 1));
        data[3] = known ? 0 : 3;
        memset(data + 4, 0, 8);
        data[5] = 1;
        data[7] = answers;
        sendto(sock, data, at, 0, (struct sockaddr *)&client, length);
    }
}
