// A TCP client that notices that the server has died.
// Compile:  g++ -std=c++20 -Wall -o client client.cpp
// Run:      ./client HOST PORT
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <iostream>
#include <string>

int main(int argc, char* argv[]) {
    if (argc < 3) {
        std::cerr << "usage: " << argv[0] << " HOST PORT\n";
        return 1;
    }

    // your code here: ignore SIGPIPE, see std::signal()

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

    // your code here: connect; if that fails say so and return 1

    std::string sentence;
    while (std::getline(std::cin, sentence)) {
        std::string reply;
        // your code here: send the sentence and receive the reply;
        // 0 or -1 means that the server has died: say so and return 1

        std::cout << "From server: " << reply << std::endl;
    }

    close(sock);
    return 0;
}
