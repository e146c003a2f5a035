#include <ctype.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>

int main(int argc, char **argv)
{
    struct sockaddr_in me = { .sin_family = AF_INET, .sin_port = htons(argc > 1 ? atoi(argv[1]) : 9000) };
    int listener = socket(AF_INET, SOCK_STREAM, 0), c;

    signal(SIGCHLD, SIG_IGN);
    if (bind(listener, (struct sockaddr *)&me, sizeof me) || listen(listener, 20))
        return 1;
    while ((c = accept(listener, NULL, NULL)) >= 0) {
        if (fork() == 0) {
            char text[500];
            int n, i;
            close(listener);
            while ((n = read(c, text, sizeof text)) > 0) {
                for (i = 0; i < n; i++)
                    text[i] = toupper((unsigned char)text[i]);
                write(c, text, n);
            }
            exit(0);
        }
        close(c);
    }
    return 1;
}
