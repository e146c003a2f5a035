// A TCP server that gives files.
// Compile:  g++ -std=c++20 -o server server.cpp
// Run:      ./server PORT FOLDER
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>

// The checksum of these bytes; std::printf() writes it with %08x.
std::uint32_t crc32(const std::string& bytes) {
    std::uint32_t sum = 0xffffffff;
    for (const unsigned char byte : bytes) {
        sum ^= byte;
        for (int bit = 0; bit < 8; ++bit) sum = (sum & 1) != 0 ? (sum >> 1) ^ 0xedb88320 : sum >> 1;
    }
    return ~sum;
}

std::string answer(const std::string& line) {
    // fill in: take the line apart and look at what has come; refuse a name that leads out of the folder;
    // read the file with a std::ifstream that is open for bytes (std::ios::binary)
    (void)line;
    return "ERROR this server knows no request yet\n";
}

int main(int argc, char* argv[]) {
    if (argc < 3) {
        std::cerr << "usage: " << argv[0] << " PORT FOLDER\n";
        return 1;
    }

    // fill in: ignore SIGPIPE, see std::signal()

    const int listener = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_ANY);
    address.sin_port = htons(static_cast<uint16_t>(std::atoi(argv[1])));
    if (listener < 0 || bind(listener, reinterpret_cast<sockaddr*>(&address), sizeof address) < 0 ||
        listen(listener, 5) < 0) {
        std::perror("socket, bind or listen");
        return 1;
    }
    std::cout << "The server is ready" << std::endl;

    // fill in: many clients at once
    const int connection = accept(listener, nullptr, nullptr);
    if (connection < 0) {
        std::perror("accept");
        return 1;
    }

    // fill in: again and again
    //   - receive what the client says, and append it to a std::string; 0 means that it has closed the connection
    //   - as long as there is a line end in it, take the line away from its front and answer it
    //   - send() may send less than it was given; remember which file this client got last

    close(connection);
    return 0;
}
