/* A TCP server that gives files.
 * Compile:  gcc -Wall -o server server.c
 * Run:      ./server PORT FOLDER
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

/* Sends the answer to a line. */
static void answer(int connection, const char *line)
{
    const char *text = "ERROR this server knows no request yet\n";
    /* your code here: take the line apart, look at what has come; refuse a name that leads out of the folder;
       open the file with "rb", send its length and a line end, and then its bytes;
       send() may send less than it was given */
    (void)line;
    send(connection, text, strlen(text), 0);
}

int main(int argc, char *argv[])
{
    struct sockaddr_in address;
    char buffer[65536];
    int listener, connection;

    if (argc < 3) {
        fprintf(stderr, "usage: %s PORT FOLDER\n", argv[0]);
        return 1;
    }

    /* your code here: ignore SIGPIPE, see signal() */

    listener = socket(AF_INET, SOCK_STREAM, 0);
    if (listener < 0) {
        perror("socket");
        return 1;
    }

    memset(&address, 0, sizeof address);
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_ANY);
    address.sin_port = htons(atoi(argv[1]));
    if (bind(listener, (struct sockaddr *)&address, sizeof address) < 0 || listen(listener, 5) < 0) {
        perror("bind or listen");
        return 1;
    }
    printf("The server is ready\n");

    /* your code here: many clients at once */
    connection = accept(listener, NULL, NULL);
    if (connection < 0) {
        perror("accept");
        return 1;
    }

    /* your code here: again and again receive behind what is in the buffer (0: the client has closed the
       connection); answer each line that is whole, and keep what stands behind the last of them */
    (void)buffer;
    answer(connection, "");

    close(connection);
    return 0;
}
