// A TCP client: sends a sentence to a server and prints the reply, the sentence in capitals.
// Compile:  g++ -std=c++20 -Wall -o client client.cpp
// Run:      ./client HOST PORT      (start the server first)
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdio>
#include <iostream>
#include <string>

int main(int argc, char* argv[]) {
    if (argc < 3) {
        std::cerr << "usage: " << argv[0] << " HOST PORT\n";
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

    std::cout << "Input lowercase sentence: " << std::flush;
    std::string sentence;
    if (!std::getline(std::cin, sentence)) {
        close(sock);
        return 0;
    }

    // your code here: send the sentence

    std::string reply;
    // your code here: receive the reply into a buffer; recv() says how many bytes of it are the reply

    std::cout << "From server: " << reply << std::endl;

    close(sock);
    return 0;
}
