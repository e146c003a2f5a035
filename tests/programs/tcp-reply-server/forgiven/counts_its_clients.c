/* fails: goes-on
 * oddity: The reply is not fixed: the number of the client stands in it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <signal.h>
#include <unistd.h>
#include <arpa/inet.h>

int main(int argc, char **argv)
{
    struct sockaddr_in a = { .sin_family = AF_INET, .sin_port = htons(atoi(argv[1])) };
    int l = socket(AF_INET, SOCK_STREAM, 0), clients = 0;

    signal(SIGPIPE, SIG_IGN);
    if (bind(l, (struct sockaddr *)&a, sizeof a) < 0 || listen(l, 5) < 0)
        return 1;
    for (;;) {
        char in[1024], out[64];
        int c = accept(l, NULL, NULL);
        ssize_t n = read(c, in, sizeof in);
        if (n > 0) {
            printf("%.*s\n", (int)n, in);
            write(c, out, sprintf(out, "You are client %d", ++clients));
        }
        close(c);
    }
}
