// UDP receiver that never blocks
// Compile:  g++ -std=c++20 -Wall -o receiver receiver.cpp
// Run:      ./receiver PORT
#include <arpa/inet.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <iostream>
#include <string>
#include <thread>

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

    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_ANY);
    address.sin_port = htons(static_cast<uint16_t>(port));
    if (bind(sock, reinterpret_cast<sockaddr*>(&address), sizeof address) < 0) {
        std::perror("bind");
        return 1;
    }
    // fill in: make the socket non-blocking, see fcntl() and O_NONBLOCK

    // fill in: again and again
    ssize_t n = recvfrom(sock, buffer.data(), buffer.size(), 0, nullptr, nullptr);

    // fill in: a datagram came: print the first n bytes of the buffer (see substr)
    // fill in: n is -1 and errno is EAGAIN: print a heartbeat, and sleep a little
    // (see std::this_thread::sleep_for)
    (void)n;

    close(sock);
    return 0;
}
