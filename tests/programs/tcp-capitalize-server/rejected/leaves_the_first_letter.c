/* fails: replies-in-capitals
 * diagnosis: leaves_some_letters
 * mistake: The loop over the letters begins with the second.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <ctype.h>
#include <unistd.h>
#include <arpa/inet.h>
int main(int argc, char *argv[]) {
    int s = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in a = {0};
    a.sin_family = AF_INET; a.sin_port = htons(atoi(argv[1])); a.sin_addr.s_addr = INADDR_ANY;
    bind(s, (struct sockaddr*)&a, sizeof a);
    listen(s, 5);
    while (1) {
        int c = accept(s, NULL, NULL);
        char buf[2000];
        int n = recv(c, buf, sizeof buf, 0);
        for (int i = 1; i < n; i++) buf[i] = toupper(buf[i]);
        send(c, buf, n, 0);
        close(c);
    }
}
