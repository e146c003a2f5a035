/* UDP gap detector
 * mistake: Of a gap its first and its last number are reported, and none between them.
 * fails: several-are-missing
 * diagnosis: reports_the_ends_of_a_gap_only
 */
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
static char st[100000];
int main(int argc, char **argv) {
    setlinebuf(stdout);
    int s = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in a = {.sin_family = AF_INET, .sin_port = htons(atoi(argv[1]))};
    bind(s, (struct sockaddr *)&a, sizeof a);
    int want = 0, k, used;
    char b[4097];
    for (;;) {
        ssize_t n = recv(s, b, 4096, 0);
        if (n < 0) return 1;
        b[n] = 0;
        if (sscanf(b, "%d%n", &k, &used) != 1 || k < 0) continue;
        if (st[k] == 1) { printf("doubled %d\n", k); continue; }
        if (k < want) printf("late %d\n", k);
        else if (k > want) {
            printf("missing %d\n", want);
            if (k - 1 > want) printf("missing %d\n", k - 1);
        }
        if (k >= want) want = k + 1;
        st[k] = 1;
        printf("%s\n", b + used + 1);
    }
}
