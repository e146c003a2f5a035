// A TCP client of a calculator.
// Compile:  g++ -std=c++20 -o client client.cpp
// Run:      ./client HOST PORT
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <string>

// The next line of the server; nothing when the server has gone.
std::optional<std::string> read_line(int connection, std::string& buffer) {
    // fill in: receive behind what is in the buffer until a line end is there; take the line away from its front,
    // and keep what stands behind it
    (void)connection;
    (void)buffer;
    return std::nullopt;
}

int main(int argc, char* argv[]) {
    if (argc < 3) {
        std::cerr << "usage: " << argv[0] << " HOST PORT\n";
        return 1;
    }

    // fill in: ignore SIGPIPE, see std::signal()

    const int connection = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in server{};
    server.sin_family = AF_INET;
    server.sin_port = htons(static_cast<uint16_t>(std::atoi(argv[2])));
    if (connection < 0 || inet_pton(AF_INET, argv[1], &server.sin_addr) != 1 ||
        connect(connection, reinterpret_cast<sockaddr*>(&server), sizeof server) < 0) {
        std::perror("socket or connect");
        return 1;
    }

    std::string typed, buffer;
    // fill in: again and again, until the server says BYE
    std::cout << "Sum: " << std::flush;
    std::getline(std::cin, typed);
    // fill in: send the line with its line end
    // fill in: read lines until one is the answer; print notes and the answer
    read_line(connection, buffer);

    close(connection);
    return 0;
}
