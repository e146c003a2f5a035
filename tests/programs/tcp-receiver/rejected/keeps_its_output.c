// fails: prints-a-message
// diagnosis: text_not_printed
// mistake: With _IOFBF nothing is printed before the buffer is full.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <sys/socket.h>
#include <netinet/in.h>
int main(int argc, char **argv) {
    static char big[65536];
    setvbuf(stdout, big, _IOFBF, sizeof big);
    int l = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in a; memset(&a, 0, sizeof a);
    a.sin_family = AF_INET; a.sin_port = htons(atoi(argv[1])); a.sin_addr.s_addr = INADDR_ANY;
    bind(l, (struct sockaddr *)&a, sizeof a); listen(l, 5);
    for (;;) {
        int c = accept(l, 0, 0);
        char b[1024]; int n;
        while ((n = recv(c, b, sizeof b - 1, 0)) > 0) { b[n] = 0; printf("got %s\n", b); }
        close(c);
    }
}
