// UDP gap detector
// Compile:  g++ -std=c++20 -Wall -o receiver receiver.cpp
// Run:      ./receiver PORT
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <iostream>
#include <string>

int main(int argc, char* argv[]) {
    if (argc < 2) {
        std::cerr << "usage: " << argv[0] << " PORT\n";
        return 1;
    }

    std::string buffer(2048, '\0');
    int port = 0;  // fill in: the port to listen on, from the first argument (argv[1]), as a number (std::stoi)

    if (port == 0) {
        std::cerr << "Fill in the port first.\n";
        return 1;
    }

    // A UDP socket (SOCK_DGRAM) for IPv4 (AF_INET).
    int sock = socket(AF_INET, SOCK_DGRAM, 0);
    if (sock < 0) {
        std::perror("socket");
        return 1;
    }

    // INADDR_ANY stands for every address of this computer.
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_ANY);
    address.sin_port = htons(static_cast<uint16_t>(port));
    if (bind(sock, reinterpret_cast<sockaddr*>(&address), sizeof address) < 0) {
        std::perror("bind");
        return 1;
    }

    long expected = 0;  // the number that comes next when all is well
    (void)expected;

    for (;;) {
        // One datagram. recvfrom() returns how many bytes it put into the buffer.
        ssize_t n = recvfrom(sock, buffer.data(), buffer.size(), 0, nullptr, nullptr);
        if (n < 0) {
            std::perror("recvfrom");
            return 1;
        }
        std::string datagram = buffer.substr(0, static_cast<std::size_t>(n));

        // fill in: take the number out of the text, see std::stol(); it also says where the number ends
        // fill in: print the text
        // fill in: compare the number with the expected one: is anything missing, doubled or late?
        // fill in: remember which numbers have come
    }
}
