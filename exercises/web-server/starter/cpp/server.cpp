// A web server: hands out the files of the folder www.
// Compile:  g++ -std=c++20 -o server server.cpp
// Run:      ./server PORT
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

// Sends all of it; returns false when the browser has gone.
bool send_all(int connection, const std::string& bytes) {
    // fill in: send() tells how many bytes it took; go on with the others
    (void)connection, (void)bytes;
    return false;
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

    // fill in: one browser after another
    const int connection = accept(listener, nullptr, nullptr);
    if (connection < 0) {
        std::perror("accept");
        return 1;
    }

    // fill in:
    //   - receive, and append it to a std::string, until \r\n\r\n is in it; 0 means that the browser has gone
    //   - take the path out of the first line; / is /index.html
    //   - a path that leads out of www gets a 403, and what is not there a 404
    //   - read the file with a std::ifstream, opened with std::ios::binary; send the head, then the file
    send_all(connection, "");

    close(connection);
    return 0;
}
