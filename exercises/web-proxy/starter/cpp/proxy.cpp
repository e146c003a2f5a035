// A web proxy: passes requests on to the origin, and remembers its pages.
// Compile:  g++ -std=c++20 -o proxy proxy.cpp
// Run:      ./proxy PORT ORIGIN_HOST ORIGIN_PORT
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <map>
#include <string>

// Sends all of it; returns false when the other side has gone.
bool send_all(int connection, const std::string& bytes) {
    // fill in: send() tells how many bytes it took; go on with the others
    (void)connection, (void)bytes;
    return false;
}

// A new connection to the origin, or -1.
int call_origin(const char* host, int port) {
    // fill in: socket(), inet_pton(), connect()
    (void)host, (void)port;
    return -1;
}

int main(int argc, char* argv[]) {
    if (argc < 4) {
        std::cerr << "usage: " << argv[0] << " PORT ORIGIN_HOST ORIGIN_PORT\n";
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
    std::cout << "The proxy is ready" << std::endl;

    // what is remembered: from the path to all bytes of the response
    std::map<std::string, std::string> kept;

    // fill in: one browser after another
    const int connection = accept(listener, nullptr, nullptr);
    if (connection < 0) {
        std::perror("accept");
        return 1;
    }

    // fill in:
    //   - receive, and append it to a std::string, until \r\n\r\n is in it; 0 means that the browser has gone
    //   - take the path out of the first line; if it is in kept, send what is there
    //   - else call the origin, send the request, and send on what comes until recv() returns 0; when nobody listens
    //     there, send a 502
    //   - put the response into kept, when it is whole and its status is 200
    call_origin(argv[2], std::atoi(argv[3]));
    send_all(connection, "");

    close(connection);
    return 0;
}
