// fails: replies-in-capitals
// diagnosis: sends_nothing_in_it
// mistake: strlen() of an empty buffer is 0, so recvfrom() has room for nothing.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <ctype.h>
#include <sys/socket.h>
#include <netinet/in.h>
int main(int argc, char **argv) {
    int s = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in a, c; memset(&a, 0, sizeof a);
    a.sin_family = AF_INET; a.sin_port = htons(atoi(argv[1])); a.sin_addr.s_addr = INADDR_ANY;
    bind(s, (struct sockaddr *)&a, sizeof a);
    char b[1500] = "";
    socklen_t len = sizeof c;
    for (;;) {
        int n = recvfrom(s, b, strlen(b), 0, (struct sockaddr *)&c, &len);
        for (int i = 0; i < n; i++) b[i] = toupper((unsigned char)b[i]);
        sendto(s, b, strlen(b), 0, (struct sockaddr *)&c, len);
    }
}
