/* An SMTP client: mails the text of a file.
 * Compile:  gcc -Wall -o client client.c
 * Run:      ./client HOST PORT SENDER RECIPIENT FILE
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>

/* Sends all of it; ends the program when the server has left. */
static void send_all(int sock, const char *bytes, size_t size)
{
    /* your code here: send() tells how many bytes it took; go on with the others */
    (void)sock, (void)bytes, (void)size;
}

/* Reads a reply of one or more lines; ends the program when its number is another one. */
static void read_reply(int sock, int wanted)
{
    /* your code here: receive until a line is there that has a space behind its number, with its \r\n */
    (void)sock, (void)wanted;
}

int main(int argc, char *argv[])
{
    struct sockaddr_in server;
    char line[1024];
    FILE *file;
    int sock;

    if (argc < 6) {
        fprintf(stderr, "usage: %s HOST PORT SENDER RECIPIENT FILE\n", argv[0]);
        return 1;
    }

    /* your code here: ignore SIGPIPE, see signal() */

    file = fopen(argv[5], "r");
    if (file == NULL) {
        perror(argv[5]);
        return 1;
    }
    sock = socket(AF_INET, SOCK_STREAM, 0);
    if (sock < 0) {
        perror("socket");
        return 1;
    }

    memset(&server, 0, sizeof server);
    server.sin_family = AF_INET;
    /* your code here: sin_port from argv[2] (mind the byte order), sin_addr from argv[1] */

    /* your code here: connect; if that fails say so and return 1 */

    read_reply(sock, 220);
    send_all(sock, "HELO localhost\r\n", strlen("HELO localhost\r\n"));
    read_reply(sock, 250);

    /* your code here: MAIL FROM, RCPT TO and DATA (see snprintf()), then the lines From:, To:, Subject: and an empty one */

    while (fgets(line, sizeof line, file) != NULL) {
        /* your code here: send the line with \r\n; one that begins with a dot gets one more */
    }

    /* your code here: a dot in a line of its own, and QUIT */

    fclose(file);
    close(sock);
    return 0;
}
