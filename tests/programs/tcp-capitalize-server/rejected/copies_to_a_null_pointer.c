// fails: replies-in-capitals
// diagnosis: c_crash
// mistake: The text is copied to where no memory is.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <ctype.h>
#include <unistd.h>
#include <sys/socket.h>
#include <netinet/in.h>
int main(int argc, char **argv) {
    int l = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in a; memset(&a, 0, sizeof a);
    a.sin_family = AF_INET; a.sin_port = htons(atoi(argv[1])); a.sin_addr.s_addr = INADDR_ANY;
    bind(l, (struct sockaddr *)&a, sizeof a); listen(l, 5);
    for (;;) {
        int c = accept(l, 0, 0);
        char *b = NULL;
        char in[1000];
        int n = recv(c, in, 999, 0); in[n] = 0;
        strcpy(b, in);
        for (int i = 0; b[i]; i++) b[i] = toupper((unsigned char)b[i]);
        send(c, b, n, 0); close(c);
    }
}
