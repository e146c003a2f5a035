// TFTP server
// Compile:  g++ -std=c++20 -Wall -o server server.cpp
// Run:      ./server PORT
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

    // One datagram: n bytes in the buffer, and the address of the client that sent them.
    sockaddr_in client{};
    socklen_t client_size = sizeof client;
    ssize_t n = recvfrom(sock, buffer.data(), buffer.size(), 0, reinterpret_cast<sockaddr*>(&client), &client_size);
    if (n < 0) {
        std::perror("recvfrom");
        return 1;
    }

    // fill in: the name of the file, from buffer[2] up to the zero byte; open it with "rb", or send an error
    // fill in: send a block, wait two seconds for its acknowledgement, send it again when none comes
    // fill in: go on to the next block, and then to the next request

    close(sock);
    return 0;
}
