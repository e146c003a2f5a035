// A TCP server: prints the request of a client and replies.
// Compile:  g++ -std=c++20 -Wall -o server server.cpp
// Run:      ./server PORT
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdio>
#include <iostream>
#include <string>

int main(int argc, char* argv[]) {
    if (argc < 2) {
        std::cerr << "usage: " << argv[0] << " PORT\n";
        return 1;
    }

    const std::string reply = "Message received";

    // create a TCP socket
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    if (listener < 0) {
        std::perror("socket");
        return 1;
    }

    sockaddr_in address{};
    address.sin_family = AF_INET;
    // your code here: sin_port from argv[1] (mind the byte order; see std::stoi), and
    // sin_addr.s_addr, the address to listen on

    if (bind(listener, reinterpret_cast<sockaddr*>(&address), sizeof address) < 0) {
        std::perror("bind");
        return 1;
    }

    // your code here: listen

    std::cout << "The server is ready" << std::endl;

    // your code here: again and again accept a connection, receive the request (recv() says
    // how many bytes came), print it, send the reply, and close the connection
    (void)reply;

    close(listener);
    return 0;
}
