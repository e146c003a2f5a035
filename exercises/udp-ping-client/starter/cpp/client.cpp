// UDP ping client
// Compile:  g++ -std=c++20 -Wall -o client client.cpp
// Run:      ./client HOST PORT
#include <arpa/inet.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <iostream>
#include <string>

int main(int argc, char* argv[]) {
    if (argc < 3) {
        std::cerr << "usage: " << argv[0] << " HOST PORT\n";
        return 1;
    }

    std::string host;  // fill in: the address of the server, from the first argument (argv[1])
    int port = 0;  // fill in: the port of the server, from the second argument, as a number (std::stoi)

    if (port == 0) {
        std::cerr << "Fill in the host and the port first.\n";
        return 1;
    }

    // A UDP socket (SOCK_DGRAM) for IPv4 (AF_INET).
    int sock = socket(AF_INET, SOCK_DGRAM, 0);
    if (sock < 0) {
        std::perror("socket");
        return 1;
    }

    // Where the pings shall go. Numbers on the network have an order of their own: see htons().
    sockaddr_in server{};
    server.sin_family = AF_INET;
    server.sin_port = htons(static_cast<uint16_t>(port));
    if (inet_pton(AF_INET, host.c_str(), &server.sin_addr) != 1) {
        std::cerr << "not an address: " << host << "\n";
        return 1;
    }

    // A timeval has seconds and microseconds.
    timeval limit{0, 0};  // fill in: one second
    setsockopt(sock, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);

    const int pings = 10;
    for (int number = 1; number <= pings; number++) {
        auto sent = std::chrono::steady_clock::now();
        // fill in: put "Ping", its number and the time together, see std::to_string(), and send it to the server
        // fill in: wait for the reply with this number; throw others away
        // fill in: print the round-trip time with its unit, or that the request timed out
        (void)sent;
    }

    // fill in: print the loss as a percentage

    close(sock);
    return 0;
}
