// fails: prints-a-message
// diagnosis: cuts_text_at
// mistake: One recv() of one byte for each sender.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
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
        char b; 
        recv(c, &b, 1, 0); printf("Received: %c\n", b);
        close(c);
    }
}
