// UDP server: capitals
// oddity: A signal tells of each datagram (man 2 fcntl, F_SETOWN), and it asks for that only after bind().
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <ctype.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>
static int s; static void on(int n) { char b[70000]; struct sockaddr_in f; socklen_t l = sizeof f; int k; while ((k = recvfrom(s, b, 70000, 0, (void*)&f, &l)) >= 0) { for (int i = 0; i < k; i++) b[i] = toupper((unsigned char)b[i]); sendto(s, b, k, 0, (void*)&f, l);} }
int main(int c, char **v) { s = socket(AF_INET, SOCK_DGRAM, 0); struct sockaddr_in a = {.sin_family = AF_INET, .sin_port = htons(atoi(v[1]))}; signal(SIGIO, on); bind(s, (void*)&a, sizeof a); fcntl(s, F_SETOWN, getpid()); fcntl(s, F_SETFL, O_ASYNC | O_NONBLOCK); for (;;) pause(); }
