// UDP sender
// oddity: main() returns what sendto() returned, so the exit status is the length of the message.
// fails: ends-with-success
#include <arpa/inet.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    if (argc < 4)
        return -1;

    int s = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in a;
    memset(&a, 0, sizeof(a));
    a.sin_family = AF_INET;
    a.sin_addr.s_addr = inet_addr(argv[1]);
    a.sin_port = htons(atoi(argv[2]));

    return sendto(s, argv[3], strlen(argv[3]), 0, (struct sockaddr *)&a, sizeof(a));
}
