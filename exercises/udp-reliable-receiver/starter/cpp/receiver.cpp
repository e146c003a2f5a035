// UDP receiver that acknowledges, and prints each line once
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
    sockaddr_in me{};
    me.sin_family = AF_INET;
    me.sin_addr.s_addr = htonl(INADDR_ANY);
    me.sin_port = htons(static_cast<uint16_t>(port));
    if (bind(sock, reinterpret_cast<sockaddr*>(&me), sizeof me) < 0) {
        std::perror("bind");
        return 1;
    }

    int expected = 0;  // the number of the next line
    (void)expected;

    for (;;) {
        // recvfrom() returns how many bytes came. `sender` is who sent them.
        sockaddr_in sender{};
        socklen_t length = sizeof sender;
        ssize_t n = recvfrom(sock, buffer.data(), buffer.size(), 0, reinterpret_cast<sockaddr*>(&sender), &length);
        if (n < 0) {
            std::perror("recvfrom");
            return 1;
        }
        std::string datagram = buffer.substr(0, static_cast<std::size_t>(n));

        // fill in: take the datagram apart: the number stands before the first space, the text behind it
        // fill in: when it is the line that comes next, print its text and a newline
        // fill in: send the acknowledgement, "ACK " and the number, to `sender`
    }
}
