#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <arpa/inet.h>

struct udp {
    uint16_t source, destination, length, check;
};

int main(void)
{
    static char line[8192];

    while (fgets(line, sizeof line, stdin)) {
        static unsigned char all[4096];
        struct udp header;
        int n = 0;
        uint32_t sum = 0;
        char *word;

        memset(all, 0, sizeof all);
        word = strtok(line, " \r\n");
        if (!word || inet_pton(AF_INET, word, all) != 1)
            continue;
        word = strtok(NULL, " \r\n");
        if (!word || inet_pton(AF_INET, word, all + 4) != 1)
            continue;
        while ((word = strtok(NULL, " \r\n")) && n < 4000)
            all[12 + n++] = strtoul(word, NULL, 16);
        if (n < (int)sizeof header)
            continue;
        all[9] = 17;
        all[10] = n >> 8;
        all[11] = n & 255;
        for (int i = 0; i < 12 + n; i += 2)
            sum += (uint32_t)all[i] << 8 | all[i + 1];
        while (sum >> 16)
            sum = (sum & 0xffff) + (sum >> 16);
        memcpy(&header, all + 12, sizeof header);
        printf("source %u, destination %u, length %u, checksum %s\n", ntohs(header.source), ntohs(header.destination),
               ntohs(header.length), header.check == 0 ? "none" : sum == 0xffff ? "ok" : "wrong");
    }
    return 0;
}
