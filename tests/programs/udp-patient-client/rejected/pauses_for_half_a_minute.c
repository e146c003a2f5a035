/* fails: a-reply-is-lost, server-is-started-again, refused-at-first
 * diagnosis: sleeps_too_long
 * mistake: After a time-out it sleeps for half a minute.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <sys/time.h>
#include <arpa/inet.h>
int main(int argc, char *argv[]) {
    int s = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in a = {0};
    a.sin_family = AF_INET; a.sin_port = htons(atoi(argv[2])); inet_pton(AF_INET, argv[1], &a.sin_addr);
    struct timeval tv = {1, 0};
    setsockopt(s, SOL_SOCKET, SO_RCVTIMEO, &tv, sizeof tv);
    for (int i = 1; ; i++) {
        char m[100], b[2000];
        sprintf(m, "message %d", i);
        sendto(s, m, strlen(m), 0, (struct sockaddr*)&a, sizeof a);
        int n = recvfrom(s, b, sizeof b - 1, 0, 0, 0);
        if (n < 0) { printf("timeout\n"); sleep(30); }
        else { b[n] = 0; printf("%s\n", b); sleep(1); }
    }
}
