/* An HTTP client: fetches a page and writes it to a file.
 * Compile:  gcc -Wall -o client client.c
 * Run:      ./client URL FILE
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>

/* What a header of the head says, or NULL when it is not there. */
static const char *header(const char *head, const char *name)
{
    /* your code here: look at the beginning of each line, see strncasecmp() */
    (void)head, (void)name;
    return NULL;
}

int main(int argc, char *argv[])
{
    struct sockaddr_in server;
    char host[256], port[16], path[1024], request[2048];
    const char *length;
    FILE *file;
    int sock;

    if (argc < 3 || sscanf(argv[1], "http://%255[^:/]:%15[0-9]%1023s", host, port, path) != 3) {
        fprintf(stderr, "usage: %s http://HOST:PORT/PATH FILE\n", argv[0]);
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
    /* your code here: sin_port from port (mind the byte order), sin_addr from host */

    /* your code here: connect; if that fails say so and return 1 */

    snprintf(request, sizeof request, "GET %s HTTP/1.1\r\n\r\n", path);
    /* your code here: Host and Connection belong into the request, too; send it */

    /* your code here: receive behind what is there already until \r\n\r\n is in it; the number stands behind the first
       space; 301, 302, 303, 307 and 308: begin anew with what Location says; what else is not 200 is an error */
    length = header("", "Content-Length");

    /* your code here: receive the page: so many bytes as Content-Length says, in chunks, or up to the end of the
       connection; it is no string: it may have bytes that are 0 */
    (void)length;

    file = fopen(argv[2], "wb");
    if (file == NULL) {
        perror(argv[2]);
        return 1;
    }
    /* your code here: write the page, see fwrite() */
    fclose(file);
    close(sock);
    return 0;
}
