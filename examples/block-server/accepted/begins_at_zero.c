#include <arpa/inet.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static uint16_t checksum(const uint8_t *data, size_t size) {
    uint32_t total = 0;
    for (size_t i = 0; i < size; i += 2) total += (uint32_t)data[i] << 8 | (i + 1 < size ? data[i + 1] : 0);
    while (total >> 16) total = (total & 0xffff) + (total >> 16);
    return (uint16_t)~total;
}

int main(int argc, char **argv) {
    if (argc < 2) return 1;
    int sock = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in own = {0}, client;
    own.sin_family = AF_INET;
    own.sin_port = htons((uint16_t)atoi(argv[1]));
    if (bind(sock, (struct sockaddr *)&own, sizeof own) != 0) return 1;
    char text[2048] = "";
    for (;;) {
        uint8_t in[2048], out[12];
        socklen_t size = sizeof client;
        ssize_t got = recvfrom(sock, in, sizeof in - 1, 0, (struct sockaddr *)&client, &size);
        if (got < 4) continue;
        in[got] = 0;
        unsigned number = 0;
        if (in[1] == 1)
            strcpy(text, (char *)in + 2);
        else
            number = (unsigned)(in[2] << 8 | in[3]) + 1;
        size_t at = number * 4, length = at < strlen(text) ? strlen(text) - at : 0;
        if (length > 4) length = 4;
        out[0] = 0, out[1] = 3, out[2] = (uint8_t)(number >> 8), out[3] = (uint8_t)number;
        out[6] = 0, out[7] = (uint8_t)length;
        memcpy(out + 8, text + (length ? at : 0), length);
        uint16_t sum = checksum(out + 6, 2 + length);
        out[4] = (uint8_t)(sum >> 8), out[5] = (uint8_t)sum;
        sendto(sock, out, 8 + length, 0, (struct sockaddr *)&client, size);
    }
}
