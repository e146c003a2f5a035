// mistake: A UDP socket is listened to and accepted from, as in TCP.
// fails: replies-in-capitals
// diagnosis: listens_by_udp
#include <arpa/inet.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
int main(int c, char **v) {
  int s = socket(AF_INET, SOCK_DGRAM, 0); struct sockaddr_in a = {.sin_family = AF_INET}, from; a.sin_port = htons(atoi(v[1]));
  bind(s, (struct sockaddr*)&a, sizeof a); listen(s, 5); char b[1000];
  for (;;) { int k = accept(s, 0, 0); int n = recv(k, b, 1000, 0); for (int i = 0; i < n; i++) b[i] = toupper(b[i]); send(k, b, n, 0); } }
