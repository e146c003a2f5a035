// UDP sender
// Compile:  g++ -std=c++20 -Wall -o sender sender.cpp
// Run:      ./sender HOST PORT MESSAGE
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <iostream>
#include <string>

int main(int argc, char* argv[]) {
    if (argc < 4) {
        std::cerr << "usage: " << argv[0] << " HOST PORT MESSAGE\n";
        return 1;
    }

    std::string host;  // fill in: the address of the receiver, from the first argument (argv[1])
    int port = 0;  // fill in: the port of the receiver, from the second argument, as a number (std::stoi)
    std::string message;  // fill in: the text to send, from the third argument

    if (port == 0) {
        std::cerr << "Fill in the host, the port and the message first.\n";
        return 1;
    }

    // A UDP socket (SOCK_DGRAM) for IPv4 (AF_INET).
    int sock = socket(AF_INET, SOCK_DGRAM, 0);
    if (sock < 0) {
        std::perror("socket");
        return 1;
    }

    // Where the message shall go. Numbers on the network have an order of their own: see htons().
    sockaddr_in receiver{};
    receiver.sin_family = AF_INET;
    receiver.sin_port = htons(static_cast<uint16_t>(port));
    if (inet_pton(AF_INET, host.c_str(), &receiver.sin_addr) != 1) {
        std::cerr << "not an address: " << host << "\n";
        return 1;
    }

    // fill in: send the message to the receiver in one datagram
    (void)message;

    close(sock);
    return 0;
}
