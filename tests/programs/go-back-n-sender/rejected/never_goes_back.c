// fails: resends-what-was-lost
// diagnosis: none
#include <arpa/inet.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

enum { window = 4, body = 100 };

static uint16_t checksum(const unsigned char *data, size_t size) {
    uint32_t sum = 0;
    for (size_t i = 0; i < size; ++i) sum += i % 2 == 0 ? (uint32_t)data[i] << 8 : data[i];
    while (sum >> 16) sum = (sum & 0xffff) + (sum >> 16);
    return (uint16_t)~sum;
}

int main(int argc, char **argv) {
    if (argc < 4) return 2;
    static unsigned char file[1 << 20];
    FILE *in = fopen(argv[3], "rb");
    if (in == NULL) return 2;
    const size_t size = fread(file, 1, sizeof file, in);
    fclose(in);
    const uint32_t count = (uint32_t)((size + body - 1) / body);

    int sock = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((uint16_t)atoi(argv[2]))};
    inet_pton(AF_INET, argv[1], &to.sin_addr);
    uint32_t base = 0, next = 0;
    while (base < count) {
        for (; next < count && next < base + window; ++next) {
            unsigned char packet[6 + body];
            const size_t length = size - next * body < body ? size - next * body : body;
            const uint32_t seq = htonl(next);
            memcpy(packet + 2, &seq, 4);
            memcpy(packet + 6, file + next * body, length);
            const uint16_t sum = htons(checksum(packet + 2, 4 + length));
            memcpy(packet, &sum, 2);
            sendto(sock, packet, 6 + length, 0, (struct sockaddr *)&to, sizeof to);
        }
        struct pollfd wait = {.fd = sock, .events = POLLIN};
        if (poll(&wait, 1, 400) == 0) {
            // what was lost stays lost
            continue;
        }
        unsigned char ack[100];
        if (recv(sock, ack, sizeof ack, 0) != 6) continue;
        uint16_t sum;
        uint32_t number;
        memcpy(&sum, ack, 2);
        memcpy(&number, ack + 2, 4);
        if (ntohs(sum) != checksum(ack + 2, 4)) continue;
        if (ntohl(number) > base) base = ntohl(number);
        if (next < base) next = base;
    }
    return 0;
}
