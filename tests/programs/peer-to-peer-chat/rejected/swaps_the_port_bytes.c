// fails: you-come-first, you-come-second
// diagnosis: swapped_port_bytes
// mistake: htons() is missing for both ports.
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
    char line[1024];
    struct sockaddr_in a = {.sin_family = AF_INET};
    int other = socket(AF_INET, SOCK_STREAM, 0);

    if (argc < 4)
        return 1;
    a.sin_port = atoi(argv[3]);
    a.sin_addr.s_addr = inet_addr(argv[2]);
    if (connect(other, (struct sockaddr *)&a, sizeof a) < 0) {
        int s = socket(AF_INET, SOCK_STREAM, 0);
        a.sin_port = atoi(argv[1]);
        a.sin_addr.s_addr = INADDR_ANY;
        bind(s, (struct sockaddr *)&a, sizeof a);
        listen(s, 1);
        other = accept(s, NULL, NULL);
    }
    for (;;) {
        fd_set set;
        FD_ZERO(&set);
        FD_SET(0, &set);
        FD_SET(other, &set);
        select(other + 1, &set, NULL, NULL, NULL);
        if (FD_ISSET(other, &set)) {
            ssize_t n = recv(other, line, sizeof line - 1, 0);
            if (n <= 0)
                return 0;
            line[n] = 0;
            printf("%s\n", line);
        }
        if (FD_ISSET(0, &set)) {
            if (!fgets(line, sizeof line, stdin))
                return 0;
            send(other, line, strlen(line), 0);
        }
    }
}
