// mistake: INADDR_LOOPBACK without htonl() is 1.0.0.127, a computer that is not there.
// fails: message-arrives
// diagnosis: swapped_address_bytes
#include <arpa/inet.h>
#include <string.h>
#include <sys/socket.h>
#include <stdlib.h>
int main(int argc, char **argv) {
  int s = socket(AF_INET, SOCK_DGRAM, 0);
  struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(atoi(argv[2]))};
  to.sin_addr.s_addr = INADDR_LOOPBACK;
  const char *text = argc > 3 ? argv[3] : "hello";
  sendto(s, text, strlen(text), 0, (struct sockaddr *)&to, sizeof to);
  return 0;
}
