// fails: shouts-on-and-on
// diagnosis: leaves_some_letters
// mistake: c < 'z' in place of c <= 'z': the z stays small.
#include <arpa/inet.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char *argv[]) {
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in me;

    signal(SIGPIPE, SIG_IGN);
    memset(&me, 0, sizeof(me));
    me.sin_family = AF_INET;
    me.sin_addr.s_addr = htonl(INADDR_ANY);
    me.sin_port = htons(atoi(argv[1]));
    if (bind(listener, (struct sockaddr *)&me, sizeof(me)) < 0) {
        perror("bind");
        return 1;
    }
    listen(listener, 5);
    for (;;) {
        int client = accept(listener, NULL, NULL);
        char buffer[1000];
        ssize_t n;
        while ((n = recv(client, buffer, sizeof(buffer), 0)) > 0) {
            for (ssize_t i = 0; i < n; i++)
                if (buffer[i] >= 'a' && buffer[i] < 'z')
                    buffer[i] -= 32;
            send(client, buffer, n, 0);
        }
        printf("Connection dropped.\n");
        fflush(stdout);
        close(client);
    }
}
