/* mistake: The child serves, but the parent waits for its end with waitpid(): one client at a time.
 * fails: silent-client
 * diagnosis: serves_one_at_a_time
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>
#include <sys/wait.h>

int main(int argc, char **argv)
{
    struct sockaddr_in me = { .sin_family = AF_INET, .sin_port = htons(atoi(argv[1])) };
    int listener = socket(AF_INET, SOCK_STREAM, 0), c;

    bind(listener, (struct sockaddr *)&me, sizeof me);
    listen(listener, 10);
    while ((c = accept(listener, NULL, NULL)) >= 0) {
        pid_t child = fork();
        if (child == 0) {
            char text[500];
            int n, i;
            while ((n = read(c, text, sizeof text)) > 0) {
                for (i = 0; i < n; i++)
                    text[i] = toupper((unsigned char)text[i]);
                write(c, text, n);
            }
            exit(0);
        }
        close(c);
        waitpid(child, NULL, 0);
    }
    return 1;
}
