// A web server for many browsers at once.
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

std::string response(const std::string& request) {
    // fill in: the path stands between GET and HTTP/1.0; read that file in the folder www, with std::ios::binary
    // fill in: what if the file is not there, or the path leads out of the folder?
    (void)request;
    return "HTTP/1.0 404 Not Found\r\n\r\n";
}

void serve(int connection) {
    std::string request;
    // fill in: receive until the empty line has come, "\r\n\r\n"; 0 means that the browser has hung up
    const std::string all = response(request);
    // fill in: send until all of it is sent; send() says how much it took, or that the browser has gone
    send(connection, all.data(), all.size(), 0);
    close(connection);
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
        listen(listener, 100) < 0) {
        std::perror("socket, bind or listen");
        return 1;
    }
    std::cout << "The server is ready" << std::endl;

    // fill in: one browser after the other, and none of them waits for another, with a std::thread for each
    const int connection = accept(listener, nullptr, nullptr);
    if (connection < 0) {
        std::perror("accept");
        return 1;
    }
    serve(connection);
    return 0;
}
