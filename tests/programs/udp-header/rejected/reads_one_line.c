/* mistake: Only the first line is read.
 * fails: line-after-line, checksum-holds
 * diagnosis: reads_one_line_only
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <arpa/inet.h>

int main(void)
{
    static char line[8192];
    static unsigned char b[4096];
    int n = 0;
    unsigned long sum = 0;

    if (!fgets(line, sizeof line, stdin))
        return 1;
    inet_pton(AF_INET, strtok(line, " "), b);
    inet_pton(AF_INET, strtok(NULL, " "), b + 4);
    for (char *word; (word = strtok(NULL, " \n")) != NULL; n++)
        b[12 + n] = strtol(word, NULL, 16);
    b[9] = 17;
    b[10] = n >> 8;
    b[11] = n;
    for (int i = 0; i < 12 + n; i += 2)
        sum += b[i] << 8 | b[i + 1];
    while (sum >> 16)
        sum = (sum & 0xffff) + (sum >> 16);
    printf("source %d, destination %d, length %d, checksum %s\n", b[12] << 8 | b[13], b[14] << 8 | b[15],
           b[16] << 8 | b[17], sum == 0xffff ? "ok" : "wrong");
    return 0;
}
