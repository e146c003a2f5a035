/* fails: replies-in-capitals
 * diagnosis: leaves_some_letters
 * mistake: The comparison leaves the a out.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>
int main(int argc, char *argv[]) {
    int s = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in a = {0}, from;
    a.sin_family = AF_INET; a.sin_port = htons(atoi(argv[1])); a.sin_addr.s_addr = INADDR_ANY;
    bind(s, (struct sockaddr*)&a, sizeof a);
    while (1) {
        char buf[2000];
        socklen_t len = sizeof from;
        int n = recvfrom(s, buf, sizeof(buf), 0, (struct sockaddr*)&from, &len);
        for (int i = 0; i < n; i++) if (buf[i] > 'a' && buf[i] <= 'z') buf[i] = buf[i] - 'a' + 'A';
        sendto(s, buf, n, 0, (struct sockaddr*)&from, len);
    }
}
