// A TCP server that keeps values: answers each line of its clients.
// Compile:  g++ -std=c++20 -o server server.cpp
// Run:      ./server PORT
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <sstream>
#include <string>

// fill in: the store for the values of all clients

std::string answer(const std::string& line) {
    // fill in: take the line apart, with a std::istringstream, look at what has come, and set, get or delete
    (void)line;
    return "-ERR this server knows no command yet\r\n";
}

int main(int argc, char* argv[]) {
    if (argc < 2) {
        std::cerr << "usage: " << argv[0] << " PORT\n";
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
    //   - after QUIT send +OK and leave the loop

    close(connection);
    return 0;
}
