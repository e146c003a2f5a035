// A load balancer: gives each client to one of three servers, in turn.
// Compile:  g++ -std=c++20 -o balancer balancer.cpp
// Run:      ./balancer PORT HOST1 PORT1 HOST2 PORT2 HOST3 PORT3
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>

// Sends all of it; returns false when the other side has gone.
bool send_all(int connection, const std::string& bytes) {
    // fill in: send() tells how many bytes it took; go on with the others
    (void)connection, (void)bytes;
    return false;
}

// Whose turn it is.
int turn = 0;

// A new connection to the server whose turn it is, or to the next one that is not dead; -1 when all are.
int call_next_server(char* servers[]) {
    // fill in: socket(), inet_pton(), connect(); servers[0] is an address, servers[1] its port, and so on
    (void)servers;
    return -1;
}

int main(int argc, char* argv[]) {
    if (argc < 8) {
        std::cerr << "usage: " << argv[0] << " PORT HOST1 PORT1 HOST2 PORT2 HOST3 PORT3\n";
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
    std::cout << "The load balancer is ready" << std::endl;

    // fill in: one client after another, and several at once
    const int connection = accept(listener, nullptr, nullptr);
    if (connection < 0) {
        std::perror("accept");
        return 1;
    }

    // fill in:
    //   - call the next server; when there is none, send a line that begins with ERROR
    //   - receive the client's line, and send it to the server
    //   - receive the server's answer, and send it to the client
    call_next_server(argv + 2);
    send_all(connection, "");

    close(connection);
    return 0;
}
