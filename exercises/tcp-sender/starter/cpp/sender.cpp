// A TCP sender: sends one message to a receiver and ends.
// Compile:  g++ -std=c++20 -Wall -o sender sender.cpp
// Run:      ./sender HOST PORT MESSAGE      (start the receiver first)
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

    // the address of the receiver
    sockaddr_in receiver{};
    receiver.sin_family = AF_INET;
    // your code here: sin_port from argv[2] (mind the byte order; see std::stoi), sin_addr from
    // argv[1] (see inet_pton)
    (void)receiver;

    // your code here: connect

    // your code here: send the message, argv[3]

    close(sock);
    return 0;
}
