// A monitor: hears hearts, and knows who is missing.
// Compile:  g++ -std=c++20 -o monitor monitor.cpp
// Run:      ./monitor PORT SECONDS
#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <iostream>
#include <map>
#include <sstream>
#include <string>

using Clock = std::chrono::steady_clock;

struct Heart {
    int number = 0;           // the highest that has come
    Clock::time_point last;   // when the last beat came
    bool is_said = false;     // that it is missing has been printed
};

int main(int argc, char* argv[]) {
    if (argc < 3) {
        std::cerr << "usage: " << argv[0] << " PORT SECONDS\n";
        return 1;
    }

    int port = 0;                      // fill in: the port to listen on, from argv[1], as a number (std::stoi)
    const std::chrono::seconds limit{0};  // fill in: for how long somebody is alive, from argv[2]

    if (port == 0 || limit.count() == 0) {
        std::cerr << "Fill in the port and the seconds first.\n";
        return 1;
    }

    const int sock = socket(AF_INET, SOCK_DGRAM, 0);
    if (sock < 0) {
        std::perror("socket");
        return 1;
    }
    sockaddr_in own{};
    own.sin_family = AF_INET;
    own.sin_addr.s_addr = htonl(INADDR_ANY);
    own.sin_port = htons(static_cast<uint16_t>(port));
    if (bind(sock, reinterpret_cast<sockaddr*>(&own), sizeof own) < 0) {
        std::perror("bind");
        return 1;
    }

    std::map<std::string, Heart> hearts;  // in the order of the alphabet
    std::string buffer(2048, '\0');
    while (true) {
        pollfd wait{sock, POLLIN, 0};
        if (poll(&wait, 1, 500) > 0) {  // half a second; 0 says that nothing has come
            sockaddr_in sender{};
            socklen_t size = sizeof sender;
            const ssize_t n =
                recvfrom(sock, buffer.data(), buffer.size(), 0, reinterpret_cast<sockaddr*>(&sender), &size);
            if (n >= 0) {
                std::istringstream words(buffer.substr(0, static_cast<std::size_t>(n)));
                // fill in: read word by word (words >> first >> name), and look whether that has worked
                //   - ALIVE, a name and a number: remember when it came, if the number is higher than those before
                //   - BYE and a name: forget the name
                //   - ASK and a name, or WHO: send the answer to the sender
                //   - whatever else: nothing
            }
        }
        // fill in: whose time is over? Print MISSING and the name, once (Clock::now() - heart.last > limit)
    }
}
