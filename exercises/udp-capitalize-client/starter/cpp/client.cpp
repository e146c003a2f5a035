// UDP capitalize client
// Compile:  g++ -std=c++20 -Wall -o client client.cpp
// Run:      ./client HOST PORT
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

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

    // Where the text shall go. Numbers on the network have an order of their own: see htons().
    sockaddr_in server{};
    server.sin_family = AF_INET;
    server.sin_port = htons(static_cast<uint16_t>(port));
    if (inet_pton(AF_INET, host.c_str(), &server.sin_addr) != 1) {
        std::cerr << "not an address: " << host << "\n";
        return 1;
    }

    std::string text;
    // fill in: read the text from standard input, see std::getline()

    // fill in: send the text to the server in one datagram
    // fill in: receive the reply into a buffer; recvfrom() says how many bytes of it are the reply
    // fill in: print the reply

    close(sock);
    return 0;
}
