#include <algorithm>
#include <cctype>
#include <iostream>
#include <string>
#include <vector>

#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

static int open_socket(const char* port) {
    addrinfo hints{};
    hints.ai_family = AF_INET;
    hints.ai_socktype = SOCK_DGRAM;
    hints.ai_flags = AI_PASSIVE;
    addrinfo* list = nullptr;
    if (getaddrinfo(nullptr, port, &hints, &list) != 0) return -1;
    int fd = -1;
    for (addrinfo* a = list; a != nullptr; a = a->ai_next) {
        fd = socket(a->ai_family, a->ai_socktype, a->ai_protocol);
        if (fd >= 0 && bind(fd, a->ai_addr, a->ai_addrlen) == 0) break;
        if (fd >= 0) close(fd);
        fd = -1;
    }
    freeaddrinfo(list);
    return fd;
}

int main(int argc, char* argv[]) {
    const char* port = argc > 1 ? argv[1] : "7777";
    int fd = open_socket(port);
    if (fd < 0) {
        std::cerr << "cannot open port " << port << '\n';
        return 1;
    }
    std::cout << "listening on port " << port << std::endl;

    std::vector<char> buffer(65535);
    for (;;) {
        sockaddr_storage client{};
        socklen_t length = sizeof client;
        ssize_t n = recvfrom(fd, buffer.data(), buffer.size(), 0, reinterpret_cast<sockaddr*>(&client), &length);
        if (n < 0) continue;
        std::string reply(buffer.begin(), buffer.begin() + n);
        std::transform(reply.begin(), reply.end(), reply.begin(),
                       [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
        sendto(fd, reply.data(), reply.size(), 0, reinterpret_cast<sockaddr*>(&client), length);
    }
}
