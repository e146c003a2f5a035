// fails: closes-the-connection
// diagnosis: leaves_the_connection_open
// mistake: close() is missing behind the loop.
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

int main(int argc, char *argv[]) {
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in me;
    char buffer[2000];
    ssize_t n;

    memset(&me, 0, sizeof(me));
    me.sin_family = AF_INET;
    me.sin_addr.s_addr = htonl(INADDR_ANY);
    me.sin_port = htons(atoi(argv[1]));
    bind(listener, (struct sockaddr *)&me, sizeof(me));
    listen(listener, 5);
    while (1) {
        int sender = accept(listener, NULL, NULL);
        while ((n = recv(sender, buffer, sizeof(buffer) - 1, 0)) > 0) {
            buffer[n] = '\0';
            printf("%s\n", buffer);
            fflush(stdout);
        }
    }
}
