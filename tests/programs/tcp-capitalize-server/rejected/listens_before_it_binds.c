/* fails: replies-in-capitals
 * diagnosis: bind_not_called
 * mistake: listen() comes before bind().
 */
#include <stdlib.h>
#include <ctype.h>
#include <unistd.h>
#include <arpa/inet.h>
int main(int argc, char *argv[]) {
    int s = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in a = {0};
    a.sin_family = AF_INET; a.sin_port = htons(atoi(argv[1]));
    listen(s, 5); bind(s, (struct sockaddr*)&a, sizeof a);
    while (1) { int c = accept(s, 0, 0); char b[2000]; int n = recv(c, b, sizeof b, 0); for (int i = 0; i < n; i++) b[i] = toupper(b[i]); send(c, b, n, 0); close(c); }
}
