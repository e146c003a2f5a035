// A TCP client: sends a request to a server and prints the reply.
// Compile:  g++ -std=c++20 -Wall -o client client.cpp
// Run:      ./client HOST PORT MESSAGE      (start the server first)
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdio>
#include <iostream>
#include <string>

int main(int argc, char* argv[]) {
    if (argc < 4) {
        std::cerr << "usage: " << argv[0] << " HOST PORT MESSAGE\n";
        return 1;
    }

    // create a TCP socket
    int sock = socket(AF_INET, SOCK_STREAM, 0);
    if (sock < 0) {
        std::perror("socket");
        return 1;
    }

    // the address of the server
    sockaddr_in server{};
    server.sin_family = AF_INET;
    // your code here: sin_port from argv[2] (mind the byte order; see std::stoi), sin_addr from
    // argv[1] (see inet_pton)
    (void)server;

    // your code here: connect

    // your code here: send the message, argv[3]

    std::string reply;
    // your code here: receive the reply into a buffer; recv() says how many bytes of it are the reply

    std::cout << "Server says: " << reply << std::endl;

    close(sock);
    return 0;
}
