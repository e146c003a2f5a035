// A TCP server that replies in capitals.
// Compile:  g++ -std=c++20 -Wall -o server server.cpp
// Run:      ./server PORT
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cctype>
#include <cstdio>
#include <iostream>
#include <string>

int main(int argc, char* argv[]) {
    if (argc < 2) {
        std::cerr << "usage: " << argv[0] << " PORT\n";
        return 1;
    }

    // create a TCP socket
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    if (listener < 0) {
        std::perror("socket");
        return 1;
    }

    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_ANY);
    // your code here: sin_port from argv[1] (mind the byte order; see std::stoi)

    if (bind(listener, reinterpret_cast<sockaddr*>(&address), sizeof address) < 0) {
        std::perror("bind");
        return 1;
    }

    // your code here: listen

    std::cout << "The server is ready" << std::endl;

    // your code here: again and again accept a client, receive its sentence, turn the
    // letters into capitals (see std::toupper), send them back, and close the connection

    close(listener);
    return 0;
}
