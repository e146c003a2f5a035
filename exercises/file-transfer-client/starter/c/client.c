/* A TCP client that fetches a file.
 * Compile:  gcc -Wall -o client client.c
 * Run:      ./client HOST PORT FILE
 */
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>

/* The checksum of these bytes; printf() writes it with %08x. */
uint32_t crc32(const unsigned char *bytes, size_t size)
{
    uint32_t sum = 0xffffffff;
    while (size-- > 0) {
        sum ^= *bytes++;
        for (int bit = 0; bit < 8; bit++)
            sum = (sum & 1) ? (sum >> 1) ^ 0xedb88320 : sum >> 1;
    }
    return ~sum;
}

/* Reads a line, without its line end; ends the program when the server has left. */
static void read_line(int sock, char *line, size_t room)
{
    /* your code here: receive byte by byte up to the line end, but no more than there is room for */
    (void)sock, (void)room;
    line[0] = '\0';
}

int main(int argc, char *argv[])
{
    struct sockaddr_in server;
    char line[1024];
    unsigned char *content = NULL;
    size_t size = 0;
    int sock;

    if (argc < 4) {
        fprintf(stderr, "usage: %s HOST PORT FILE\n", argv[0]);
        return 1;
    }

    /* your code here: ignore SIGPIPE, see signal() */

    sock = socket(AF_INET, SOCK_STREAM, 0);
    if (sock < 0) {
        perror("socket");
        return 1;
    }

    memset(&server, 0, sizeof server);
    server.sin_family = AF_INET;
    /* your code here: sin_port from argv[2] (mind the byte order), sin_addr from argv[1] */

    /* your code here: connect; if that fails say so and return 1 */

    /* your code here: send GET, a space, the name and a line end (see snprintf()) */

    read_line(sock, line, sizeof line);
    /* your code here: is it ERROR? Else take the length from it, and make room for so many bytes (see malloc());
       receive until all of them are there; 0 means that the server has left */

    snprintf(line, sizeof line, "SUM %08x\n", crc32(content, size));
    /* your code here: send the line, and look whether the server says SAME */

    /* your code here: write the file (see fopen() with "wb", and fwrite()) */

    free(content);
    close(sock);
    return 0;
}
