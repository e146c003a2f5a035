// fails: replies-in-capitals
// diagnosis: cuts_text_at
// mistake: sizeof of a parameter is that of a pointer.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <ctype.h>
#include <unistd.h>
#include <sys/socket.h>
#include <netinet/in.h>
void answer(int c, char *text) {
    for (int i = 0; text[i]; i++) text[i] = toupper((unsigned char)text[i]);
    send(c, text, sizeof(text), 0);
}
int main(int argc, char **argv) {
    int l = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in a; memset(&a, 0, sizeof a);
    a.sin_family = AF_INET; a.sin_port = htons(atoi(argv[1])); a.sin_addr.s_addr = INADDR_ANY;
    bind(l, (struct sockaddr *)&a, sizeof a); listen(l, 5);
    for (;;) {
        int c = accept(l, 0, 0);
        char b[1024]; int n = recv(c, b, sizeof b - 1, 0);
        if (n > 0) { b[n] = 0; answer(c, b); }
        close(c);
    }
}
