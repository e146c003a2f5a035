// fails: message-arrives
// diagnosis: swapped_address_bytes
// mistake: htonl() turns the address round, which inet_addr() had already given in network byte order.
#include <arpa/inet.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in to;
    memset(&to, 0, sizeof(to));
    to.sin_family = AF_INET;
    to.sin_addr.s_addr = htonl(inet_addr(argv[1]));
    to.sin_port = htons(atoi(argv[2]));
    sendto(fd, argv[3], strlen(argv[3]), 0, (struct sockaddr *)&to, sizeof(to));
    close(fd);
    return 0;
}
