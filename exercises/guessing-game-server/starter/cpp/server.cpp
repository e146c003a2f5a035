// A TCP server that lets its clients guess a number.
// Compile:  g++ -std=c++20 -o server server.cpp
// Run:      ./server PORT SECRET...
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

// What belongs to one client.
struct Game {
    // fill in: which game it is, and how many guesses were made in it
};

std::string answer(const std::string& line, Game& game, const std::vector<int>& secrets) {
    // fill in: see what the line says, and compare the guess with the secret, or begin the next game
    (void)line;
    (void)game;
    (void)secrets;
    return "ERROR this server knows no game yet\n";
}

int main(int argc, char* argv[]) {
    if (argc < 3) {
        std::cerr << "usage: " << argv[0] << " PORT SECRET...\n";
        return 1;
    }

    std::vector<int> secrets;
    // fill in: the secrets are in argv[2] and behind it

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
    //   - after QUIT say BYE and leave the loop

    close(connection);
    return 0;
}
