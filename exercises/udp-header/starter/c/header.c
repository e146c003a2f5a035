/* Reads UDP datagrams in hexadecimal, prints what their headers say.
 * Compile:  gcc -Wall -o header header.c
 * Run:      ./header
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <arpa/inet.h>

static char line[8192];

/* 12 bytes are left free in front of the datagram for the pseudo header. */
static int checksum_holds(const unsigned char *bytes, int count)
{
    /* your code here: the sum of all numbers of 16 bits, and the carry added to it */
    (void)bytes;
    (void)count;
    return 0;
}

int main(void)
{
    while (fgets(line, sizeof line, stdin) != NULL) {
        unsigned char bytes[4096] = { 0 };
        unsigned char *datagram = bytes + 12;
        int n = 0;
        int source_port = 0, destination_port = 0, length = 0;
        char *word = strtok(line, " \n");

        if (word == NULL || inet_pton(AF_INET, word, bytes) != 1)
            continue;
        word = strtok(NULL, " \n");
        if (word == NULL || inet_pton(AF_INET, word, bytes + 4) != 1)
            continue;
        while ((word = strtok(NULL, " \n")) != NULL && n < 4000)
            datagram[n++] = strtol(word, NULL, 16);

        /* your code here: look whether there is a whole header */
        /* your code here: each number is two bytes, the more significant one first */
        /* your code here: the rest of the pseudo header; a checksum of 00 00 means that there is none */

        printf("source %d, destination %d, length %d, checksum %s\n", source_port, destination_port, length,
               checksum_holds(bytes, 12 + n) ? "ok" : "wrong");
    }
    return 0;
}
