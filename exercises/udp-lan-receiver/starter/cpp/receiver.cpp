// UDP receiver that hears other computers
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <iostream>
#include <string>

int main(int argc, char* argv[])
{
    if (argc < 2) {
        std::cerr << "usage: " << argv[0] << " PORT\n";
        return 1;
    }

    std::array<char, 2048> buffer{};
    int port = 0;  // fill in: the port to listen on, from the first argument (argv[1]), see std::stoi()

    if (port == 0) {
        std::cerr << "Fill in the port first.\n";
        return 1;
    }

    // A UDP socket (SOCK_DGRAM) for IPv4 (AF_INET).
    int sock = socket(AF_INET, SOCK_DGRAM, 0);

    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);  // fill in: this is 127.0.0.1, which hears this computer only
    address.sin_port = htons(static_cast<uint16_t>(port));
    if (bind(sock, reinterpret_cast<sockaddr*>(&address), sizeof(address)) < 0) {
        std::perror("bind");
        return 1;
    }

    // One datagram. recvfrom() returns how many bytes it put into the buffer.
    ssize_t n = recvfrom(sock, buffer.data(), buffer.size(), 0, nullptr, nullptr);
    if (n < 0) {
        std::perror("recvfrom");
        return 1;
    }

    // fill in: print the message, see std::string(data, n)
    // fill in: go on to the next message

    close(sock);
}
