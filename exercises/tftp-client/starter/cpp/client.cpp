// TFTP client
#include <arpa/inet.h>
#include <netinet/in.h>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
    if (argc < 4) {
        std::fprintf(stderr, "usage: %s HOST PORT FILE\n", argv[0]);
        return 1;
    }

    const char *host = "";  // fill in: the address of the server, from the first argument (argv[1])
    int port = 0;           // fill in: the port of the server, from the second argument, as a number
    const char *name = "";  // fill in: the name of the file, from the third argument
    unsigned char request[600] = {};
    unsigned char block[600];
    std::size_t size = 2;

    if (port == 0) {
        std::fprintf(stderr, "Fill in the host, the port and the name first.\n");
        return 1;
    }

    // Two bytes say that it is a request, the highest first.
    request[1] = 1;
    // fill in: behind them the name, a zero byte, octet, a zero byte; `size` counts all of it

    int sock = socket(AF_INET, SOCK_DGRAM, 0);
    if (sock < 0) {
        std::perror("socket");
        return 1;
    }
    // fill in: a time limit of two seconds for recvfrom(): setsockopt() with SO_RCVTIMEO and a struct timeval

    sockaddr_in server{};
    server.sin_family = AF_INET;
    server.sin_port = htons(port);
    if (inet_pton(AF_INET, host, &server.sin_addr) != 1) {
        std::fprintf(stderr, "not an address: %s\n", host);
        return 1;
    }

    sendto(sock, request, size, 0, reinterpret_cast<sockaddr *>(&server), sizeof(server));
    ssize_t got = recvfrom(sock, block, sizeof(block), 0, nullptr, nullptr);

    // fill in: is it an error? Else acknowledge the block, to the port that it came from
    // fill in: go on until a block has less than 512 bytes; send the last datagram again when nothing has come
    // fill in: write the file as bytes (open it with "wb")
    std::printf("%zd bytes have come of %s\n", got, name);

    close(sock);
    return 0;
}
