/* fails: closes-the-connection
 * oddity: After fork() the child closes the connection, and the parent does not: it stays open.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <netinet/in.h>
#include <sys/socket.h>

int main(int argc, char **argv)
{
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in me = {.sin_family = AF_INET, .sin_port = htons(atoi(argv[argc - 1]))};
    if (bind(listener, (struct sockaddr *)&me, sizeof me) < 0)
        return 1;
    listen(listener, 5);
    signal(SIGCHLD, SIG_IGN);
    for (;;) {
        int connection = accept(listener, NULL, NULL);
        if (fork() == 0) {
            char text[1024];
            ssize_t n;
            close(listener);
            while ((n = read(connection, text, sizeof text)) > 0)
                write(1, text, n);
            write(1, "\n", 1);
            close(connection);
            _exit(0);
        }
    }
}
