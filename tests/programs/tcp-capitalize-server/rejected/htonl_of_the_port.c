// TCP server: capitals
// mistake: htonl() of the port: its lower half, which is all that fits, is 0.
// fails: replies-in-capitals
// diagnosis: bind_not_called
#include <arpa/inet.h>
#include <ctype.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>
int main(int c, char **v) {
int s = socket(AF_INET, SOCK_STREAM, 0); struct sockaddr_in a = {.sin_family = AF_INET}; a.sin_addr.s_addr = INADDR_ANY; a.sin_port = htonl(atoi(v[1]));
bind(s, (struct sockaddr*)&a, sizeof a); listen(s, 5);
for (;;) { int k = accept(s, 0, 0); char b[1000]; int n; while ((n = recv(k, b, 1000, 0)) > 0) { for (int i = 0; i < n; i++) b[i] = toupper(b[i]); send(k, b, n, 0);} close(k); }
}
