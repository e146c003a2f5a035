/* mistake: It notices everything and ends with status 1, but says nothing to its user.
 * fails: nobody-there, reset, server-ends
 * diagnosis: does_not_say_so
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>

int main(int argc, char **argv)
{
    struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons(atoi(argv[2])) };
    char line[1024];
    int n, fd = socket(AF_INET, SOCK_STREAM, 0);

    signal(SIGPIPE, SIG_IGN);
    to.sin_addr.s_addr = inet_addr(argv[1]);
    if (connect(fd, (struct sockaddr *)&to, sizeof to) < 0)
        return 1;
    while (fgets(line, sizeof line, stdin)) {
        if (write(fd, line, strlen(line)) < 0)
            return 1;
        if ((n = read(fd, line, sizeof line)) <= 0)
            return 1;
        printf("%.*s\n", n, line);
        fflush(stdout);
    }
    return 0;
}
