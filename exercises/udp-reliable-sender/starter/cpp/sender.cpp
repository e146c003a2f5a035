// UDP sender that gets every line there
// Compile:  g++ -std=c++20 -Wall -o sender sender.cpp
// Run:      ./sender HOST PORT FILE
#include <arpa/inet.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>

int main(int argc, char* argv[]) {
    if (argc < 4) {
        std::cerr << "usage: " << argv[0] << " HOST PORT FILE\n";
        return 1;
    }

    std::string host;  // fill in: the address of the receiver, from the first argument (argv[1])
    int port = 0;  // fill in: the port of the receiver, from the second argument, as a number (std::stoi)
    std::string name;  // fill in: the name of the file, from the third argument

    if (port == 0) {
        std::cerr << "Fill in the host, the port and the file first.\n";
        return 1;
    }

    std::ifstream file(name);
    if (!file) {
        std::perror(name.c_str());
        return 1;
    }

    // A UDP socket (SOCK_DGRAM) for IPv4 (AF_INET). recvfrom() returns -1 when nothing has come for so long.
    int sock = socket(AF_INET, SOCK_DGRAM, 0);
    if (sock < 0) {
        std::perror("socket");
        return 1;
    }
    timeval limit{0, 500000};
    if (setsockopt(sock, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit) < 0) {
        std::perror("setsockopt");
        return 1;
    }

    // Where the lines shall go. Numbers on the network have an order of their own: see htons().
    sockaddr_in receiver{};
    receiver.sin_family = AF_INET;
    receiver.sin_port = htons(static_cast<uint16_t>(port));
    if (inet_pton(AF_INET, host.c_str(), &receiver.sin_addr) != 1) {
        std::cerr << "not an address: " << host << "\n";
        return 1;
    }

    std::string line;
    int seq = 0;
    while (std::getline(file, line)) {
        std::string message = line;  // fill in: the number, a space, and the line
        sendto(sock, message.data(), message.size(), 0, reinterpret_cast<sockaddr*>(&receiver), sizeof receiver);
        // fill in: wait for "ACK " and the number; when it does not come in time, send the message again
        // fill in: throw an acknowledgement with another number away, and wait on
        seq++;
    }

    close(sock);
    return 0;
}
