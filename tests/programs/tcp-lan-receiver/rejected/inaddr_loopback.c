/* fails: hears-another-computer
 * diagnosis: bound_to_loopback_only
 * mistake: INADDR_LOOPBACK instead of INADDR_ANY.
 */
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
    struct sockaddr_in me;
    char line[1024];

    if (argc < 2)
        return 1;
    int s = socket(AF_INET, SOCK_STREAM, 0);
    memset(&me, 0, sizeof me);
    me.sin_family = AF_INET;
    me.sin_port = htons(atoi(argv[1]));
    me.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (bind(s, (struct sockaddr *)&me, sizeof me) < 0) {
        perror("bind");
        return 1;
    }
    listen(s, 5);
    for (;;) {
        int c = accept(s, NULL, NULL);
        ssize_t n;
        while ((n = read(c, line, sizeof line - 1)) > 0) {
            line[n] = '\0';
            printf("got: %s\n", line);
        }
        close(c);
    }
}
