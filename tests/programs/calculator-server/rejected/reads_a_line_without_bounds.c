/* fails: lines-together, silent-client
 * diagnosis: none, serves_one_at_a_time
 * mistake: one read() is one line: atoi() and the like stop at the first line end, and the others are lost. */
#include <arpa/inet.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void serve(int connection)
{
    char line[1024], out[128], operator, more;
    int a, b;
    size_t size = 0;
    ssize_t got;
    while ((got = read(connection, line + size, sizeof line - 1 - size)) > 0) {
        size += (size_t)got;
        line[size] = '\0';
        if (strchr(line, '\n') == NULL)
            continue;
        size = 0;
        if (strncmp(line, "QUIT", 4) == 0) {
            write(connection, "BYE\n", 4);
            return;
        }
        if (sscanf(line, "%d %c %d %c", &a, &operator, &b, &more) != 3 || strchr("+-*/", operator) == NULL ||
            (operator == '/' && b == 0))
            snprintf(out, sizeof out, "ERROR no calculation\n");
        else
            snprintf(out, sizeof out, "= %d\n",
                     operator == '+' ? a + b : operator == '-' ? a - b : operator == '*' ? a * b : a / b);
        write(connection, out, strlen(out));
    }
}

int main(int argc, char *argv[])
{
    struct sockaddr_in address = {.sin_family = AF_INET};
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    (void)argc;
    signal(SIGPIPE, SIG_IGN);
    address.sin_port = htons((unsigned short)atoi(argv[1]));
    if (bind(listener, (struct sockaddr *)&address, sizeof address) < 0 || listen(listener, 5) < 0)
        return 1;
    for (;;) {
        int connection = accept(listener, NULL, NULL);
        serve(connection);
        close(connection);
    }
}
