// A TCP client that guesses a number.
// Compile:  g++ -std=c++20 -o client client.cpp
// Run:      ./client HOST PORT
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <iostream>
#include <string>

// A line of the server, without its line end; ends the program when the server has left.
std::string read_line(int sock) {
    // fill in: receive byte by byte up to the line end
    (void)sock;
    return "";
}

int main(int argc, char* argv[]) {
    if (argc < 3) {
        std::cerr << "usage: " << argv[0] << " HOST PORT\n";
        return 1;
    }

    // fill in: ignore SIGPIPE, see std::signal()

    const int sock = socket(AF_INET, SOCK_STREAM, 0);
    [[maybe_unused]] sockaddr_in server{};
    // fill in: sin_family, sin_port from argv[2] (mind the byte order), sin_addr from argv[1]
    // fill in: connect; if that fails say so and return 1

    int low = 1;      // the lowest number that is possible
    int high = 1000;  // the highest one
    while (low <= high) {
        // fill in: guess the middle of what is left, and send it with a line end (std::to_string())
        const std::string answer = read_line(sock);
        // fill in: HIGHER and LOWER say which numbers are left; RIGHT, with a number behind it, ends the game
        break;
    }

    // fill in: say QUIT, and print the number

    close(sock);
    return 0;
}
