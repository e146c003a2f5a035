// Writes what arrives to standard output as it is, with write(): no stdio, no buffer that waits.
#include <arpa/inet.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    static char data[65536];
    struct sockaddr_in local = {0};

    local.sin_family = AF_INET;
    local.sin_port = htons(argc > 1 ? atoi(argv[1]) : 5000);
    local.sin_addr.s_addr = htonl(INADDR_ANY);

    int s = socket(AF_INET, SOCK_DGRAM, 0);
    if (s < 0 || bind(s, (struct sockaddr *)&local, sizeof local) < 0)
        return 1;

    while (1) {
        ssize_t n = recv(s, data, sizeof data, 0);
        if (n > 0 && write(STDOUT_FILENO, data, n) < 0)
            return 1;
    }
}
