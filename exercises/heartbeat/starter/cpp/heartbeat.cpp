// A heart: says every few seconds that it is alive.
// Compile:  g++ -std=c++20 -o heartbeat heartbeat.cpp
// Run:      ./heartbeat HOST PORT NAME SECONDS
#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <iostream>
#include <string>

int main(int argc, char* argv[]) {
    if (argc < 5) {
        std::cerr << "usage: " << argv[0] << " HOST PORT NAME SECONDS\n";
        return 1;
    }

    const int sock = socket(AF_INET, SOCK_DGRAM, 0);
    if (sock < 0) {
        std::perror("socket");
        return 1;
    }
    [[maybe_unused]] sockaddr_in monitor{};
    // fill in: sin_family, sin_port from argv[2] (mind the byte order), sin_addr from argv[1]

    // when the next beat leaves: the first one at once
    [[maybe_unused]] auto due = std::chrono::steady_clock::now();
    const std::string beat = std::string("ALIVE ") + argv[3] + " 1";

    // fill in: again and again
    //   - is the next beat due? Send it with sendto(), and say when the one behind it will be
    //   - else wait with poll() for a datagram, for the milliseconds that are left
    //   - when STOP has come, say BYE and leave the loop
    // An error of sendto() or recvfrom() says that nobody listens.

    close(sock);
    return 0;
}
