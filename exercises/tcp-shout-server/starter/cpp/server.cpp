// A TCP server: sends back in capitals whatever its client says, until the client goes.
// Compile:  g++ -std=c++20 -Wall -o server server.cpp
// Run:      ./server PORT
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cctype>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <iostream>
#include <string>

int main(int argc, char* argv[]) {
    if (argc < 2) {
        std::cerr << "usage: " << argv[0] << " PORT\n";
        return 1;
    }

    // your code here: ignore SIGPIPE, see std::signal()

    // create a TCP socket
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    if (listener < 0) {
        std::perror("socket");
        return 1;
    }

    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_ANY);
    address.sin_port = htons(static_cast<uint16_t>(std::stoi(argv[1])));
    if (bind(listener, reinterpret_cast<sockaddr*>(&address), sizeof address) < 0 || listen(listener, 5) < 0) {
        std::perror("bind or listen");
        return 1;
    }

    std::cout << "The server is ready" << std::endl;

    // your code here: one client after another
    int connection = accept(listener, nullptr, nullptr);
    if (connection < 0) {
        std::perror("accept");
        return 1;
    }

    // your code here: again and again receive what the client says (0: it has closed the connection,
    // -1: the connection was reset), change it to capitals, see std::toupper(), and send it back

    std::cout << "Connection dropped." << std::endl;
    close(connection);

    close(listener);
    return 0;
}
