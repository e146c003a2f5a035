// UDP patient client
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
#include <thread>

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
    // fill in: a time limit of one second for recvfrom(): setsockopt() with SO_RCVTIMEO and a timeval

    sockaddr_in server{};
    server.sin_family = AF_INET;
    server.sin_port = htons(static_cast<uint16_t>(port));
    if (inet_pton(AF_INET, host.c_str(), &server.sin_addr) != 1) {
        std::cerr << "not an address: " << host << "\n";
        return 1;
    }

    int number = 1;
    std::string message = "message " + std::to_string(number);
    sendto(sock, message.data(), message.size(), 0, reinterpret_cast<sockaddr*>(&server), sizeof server);

    // fill in: wait for the reply and print it; -1 means that none has come in time
    // fill in: wait a little (std::this_thread::sleep_for), and go on with the next number

    close(sock);
    return 0;
}
