// TCP server: capitals
// oddity: It goes to the background: its first process ends at once, and a child serves, which makes one for each client.
#include <arpa/inet.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>
int main(int c, char **v) {
  int s = socket(AF_INET, SOCK_STREAM, 0), one = 1; struct sockaddr_in a = {.sin_family = AF_INET}; a.sin_port = htons(atoi(v[1]));
  setsockopt(s, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  if (bind(s, (struct sockaddr*)&a, sizeof a) || listen(s, 5)) { perror("x"); return 1; }
  if (daemon(1, 1)) return 1;
  for (;;) { int k = accept(s, 0, 0); if (fork() == 0) { close(s); char b[1000]; int n; while ((n = recv(k, b, 1000, 0)) > 0) { for (int i = 0; i < n; i++) b[i] = toupper((unsigned char)b[i]); send(k, b, n, 0);} close(k); _exit(0);} close(k); }
}
