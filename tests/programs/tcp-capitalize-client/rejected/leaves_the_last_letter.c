/* fails: sends-the-text, reply-in-pieces, long-text, not-ascii
 * diagnosis: loses_the_last_letter, takes_the_first_piece_only
 * mistake: Two characters are cut from the line for \r\n, but it ends with \n only.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <netdb.h>
#include <sys/socket.h>
#include <netinet/in.h>

int main(int argc, char *argv[])
{
    struct hostent *he;
    struct sockaddr_in addr;
    char buf[2048];
    int fd, n;

    if (argc != 3) {
        fprintf(stderr, "usage: client hostname port\n");
        exit(1);
    }
    if ((he = gethostbyname(argv[1])) == NULL) {
        herror("gethostbyname");
        exit(1);
    }
    fd = socket(PF_INET, SOCK_STREAM, 0);
    memset(&addr, 0, sizeof addr);
    addr.sin_family = AF_INET;
    addr.sin_port = htons(atoi(argv[2]));
    addr.sin_addr = *((struct in_addr *)he->h_addr);
    if (connect(fd, (struct sockaddr *)&addr, sizeof addr) == -1) {
        perror("connect");
        exit(1);
    }

    printf("Enter a line: ");
    if (fgets(buf, sizeof buf, stdin) == NULL)
        exit(0);
    buf[strlen(buf) - 2] = '\0';
    send(fd, buf, strlen(buf), 0);

    n = recv(fd, buf, sizeof buf - 1, 0);
    if (n > 0) {
        buf[n] = '\0';
        printf("Server said: %s\n", buf);
    }
    close(fd);
    return 0;
}
