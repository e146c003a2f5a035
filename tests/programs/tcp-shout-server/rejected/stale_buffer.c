/* mistake: The whole text in the buffer is sent, and no '\0' ends a line that is shorter than the one before.
 * fails: shouts-on-and-on
 * diagnosis: stale_buffer
 */
#include <ctype.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>

int main(int argc, char **argv)
{
    struct sockaddr_in addr = { .sin_family = AF_INET, .sin_port = htons(atoi(argv[1])) };
    int s = socket(AF_INET, SOCK_STREAM, 0), c, i;

    signal(SIGPIPE, SIG_IGN);
    bind(s, (struct sockaddr *)&addr, sizeof addr);
    listen(s, 5);
    while ((c = accept(s, NULL, NULL)) >= 0) {
        char buffer[8192] = "";
        while (read(c, buffer, sizeof buffer - 1) > 0) {
            for (i = 0; buffer[i]; i++)
                buffer[i] = toupper((unsigned char)buffer[i]);
            if (write(c, buffer, strlen(buffer)) < 0)
                break;
        }
        printf("Connection dropped.\n");
        fflush(stdout);
        close(c);
    }
    return 0;
}
