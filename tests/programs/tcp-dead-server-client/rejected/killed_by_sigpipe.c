/* mistake: SIGPIPE is not ignored: the second line after the server's end kills the program.
 * fails: server-ends
 * diagnosis: leaves_the_error_uncaught
 */
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>

int main(int argc, char **argv)
{
    struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons(atoi(argv[2])) };
    char line[1024];
    int n, fd = socket(AF_INET, SOCK_STREAM, 0);

    to.sin_addr.s_addr = inet_addr(argv[1]);
    if (connect(fd, (struct sockaddr *)&to, sizeof to) < 0) {
        perror("connect");
        return 1;
    }
    while (fgets(line, sizeof line, stdin)) {
        if (send(fd, line, strlen(line), 0) < 0 || (n = recv(fd, line, sizeof line - 1, 0)) < 0) {
            perror("server");
            return 1;
        }
        line[n] = '\0';
        puts(line);
    }
    return 0;
}
