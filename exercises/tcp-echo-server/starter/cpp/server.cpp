// A TCP server that echoes, with poll().
// Compile:  g++ -std=c++20 -Wall -o server server.cpp
// Run:      ./server PORT
#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <cstdint>
#include <cstdio>
#include <iostream>
#include <string>
#include <vector>

int main(int argc, char* argv[]) {
    if (argc < 2) {
        std::cerr << "usage: " << argv[0] << " PORT\n";
        return 1;
    }

    std::signal(SIGPIPE, SIG_IGN);

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
    if (bind(listener, reinterpret_cast<sockaddr*>(&address), sizeof address) < 0 || listen(listener, 10) < 0) {
        std::perror("bind or listen");
        return 1;
    }

    std::cout << "The server is ready" << std::endl;

    // fds[0] is the listening socket, behind it stand the connections
    std::vector<pollfd> fds{{listener, POLLIN, 0}};
    while (poll(fds.data(), fds.size(), -1) > 0) {
        // your code here: fds[0].revents says that a client has come: accept it, and push_back() it

        // your code here: for each connection whose revents is not 0: recv() once; 0 or -1 means that
        // it has left: close it and erase() it; otherwise send all of it back: send() tells how
        // many bytes it took
        break;
    }

    close(listener);
    return 0;
}
