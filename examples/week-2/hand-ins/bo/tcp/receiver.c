// A TCP receiver: ./receiver PORT
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
    if (argc != 2)
        return 1;
    int listener = socket(AF_INET, SOCK_STREAM, 0), yes = 1;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
    struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = htons(atoi(argv[1]))};
    if (bind(listener, (struct sockaddr *)&here, sizeof(here)) < 0 || listen(listener, 10) < 0) {
        perror("receiver");
        return 1;
    }
    signal(SIGCHLD, SIG_IGN); /* nobody waits for the children */
    for (;;) {
        int connection = accept(listener, NULL, NULL);
        if (connection >= 0 && fork() == 0) {
            char buffer[1024];
            ssize_t n;
            while ((n = read(connection, buffer, sizeof(buffer))) > 0)
                write(STDOUT_FILENO, buffer, n);
            exit(0);
        }
        close(connection);
    }
}
