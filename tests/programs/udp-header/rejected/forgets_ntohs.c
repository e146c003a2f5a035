/* mistake: The header is copied into a struct, and its numbers are printed without ntohs().
 * fails: ports-and-length
 * diagnosis: misreads_the_header
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    char line[4096];
    while (fgets(line, sizeof line, stdin)) {
        uint16_t header[4];
        unsigned char data[1500];
        int n = 0;
        char *word = strtok(line, " \n");
        word = strtok(NULL, " \n");
        while ((word = strtok(NULL, " \n")) && n < 1500)
            data[n++] = strtol(word, NULL, 16);
        if (n < 8)
            continue;
        memcpy(header, data, 8);
        printf("source %d, destination %d, length %d, checksum ok\n", header[0], header[1], header[2]);
    }
    return 0;
}
