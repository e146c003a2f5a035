// A TCP server for a chat of many.
// Compile:  g++ -std=c++20 -o server server.cpp
// Run:      ./server PORT
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>

// What belongs to one client.
struct Client {
    int connection = -1;
    std::string buffer;
    // fill in: the name, if there is one
};

// fill in: the list of all clients

std::string answer(Client& client, const std::string& line) {
    // fill in: see which command it is, look at what has come, and tell the others
    (void)client;
    (void)line;
    return "ERROR this server knows no command yet\n";
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

    // fill in: many clients at once, with poll() or a std::thread for each
    Client client;
    client.connection = accept(listener, nullptr, nullptr);
    if (client.connection < 0) {
        std::perror("accept");
        return 1;
    }

    // fill in: again and again
    //   - receive what the client says, and append it to its buffer; 0 or less means that it has left
    //   - as long as there is a line end in it, take the line away from its front and answer it
    //   - after QUIT say BYE and leave the loop

    // fill in: take the client off the list, and tell the others who left
    close(client.connection);
    return 0;
}
