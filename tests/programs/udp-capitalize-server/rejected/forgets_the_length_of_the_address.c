// fails: replies-in-capitals
// diagnosis: a_call_failed
// mistake: The length of the address is 0, and sendto() fails.
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
    char b[70000];
    for (;;) {
        socklen_t len = 0;
        int n = recvfrom(s, b, sizeof b, 0, (struct sockaddr *)&c, &len);
        for (int i = 0; i < n; i++) b[i] = toupper((unsigned char)b[i]);
        if (sendto(s, b, n, 0, (struct sockaddr *)&c, 0) < 0) perror("sendto");
    }
}
