// A TCP client that fetches a file.
// Compile:  g++ -std=c++20 -o client client.cpp
// Run:      ./client HOST PORT FILE
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

// The checksum of these bytes.
std::uint32_t crc32(const std::string& bytes) {
    std::uint32_t sum = 0xffffffff;
    for (const unsigned char byte : bytes) {
        sum ^= byte;
        for (int bit = 0; bit < 8; ++bit) sum = (sum & 1) != 0 ? (sum >> 1) ^ 0xedb88320 : sum >> 1;
    }
    return ~sum;
}

// A line of the server, without its line end; ends the program when the server has left.
std::string read_line(int sock) {
    // fill in: receive byte by byte up to the line end
    (void)sock;
    return "";
}

int main(int argc, char* argv[]) {
    if (argc < 4) {
        std::cerr << "usage: " << argv[0] << " HOST PORT FILE\n";
        return 1;
    }

    // fill in: ignore SIGPIPE, see std::signal()

    const int sock = socket(AF_INET, SOCK_STREAM, 0);
    [[maybe_unused]] sockaddr_in server{};
    server.sin_family = AF_INET;
    // fill in: sin_port from argv[2] (mind the byte order), sin_addr from argv[1]
    // fill in: connect; if that fails say so and return 1

    // fill in: send GET, a space, the name and a line end

    const std::string answer = read_line(sock);
    // fill in: is it ERROR? Else it is the length

    std::string content;
    // fill in: receive until as many bytes are there as the server said; 0 means that the server has left

    char line[20];
    std::snprintf(line, sizeof line, "SUM %08x\n", crc32(content));
    // fill in: send the line, and look whether the server says SAME
    // fill in: write the file, with a std::ofstream that is open for bytes (std::ios::binary)

    close(sock);
    return 0;
}
