/* fails: not-ascii
 * diagnosis: loses_letters_beyond_ascii
 * oddity: What isprint() does not know is left out.
 */
#include <arpa/inet.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    int s = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in a = { .sin_family = AF_INET, .sin_port = htons(atoi(argv[1])) };
    unsigned char text[65536];

    if (argc < 2 || bind(s, (struct sockaddr *)&a, sizeof a) < 0)
        return 1;
    for (;;) {
        ssize_t n = recvfrom(s, text, sizeof text, 0, NULL, NULL);
        if (n < 0)
            return 1;
        for (ssize_t i = 0; i < n; i++)
            if (isprint(text[i]) || text[i] == '\n')
                putchar(text[i]);
        putchar('\n');
        fflush(stdout);
    }
}
