#include <arpa/inet.h>
#include <sys/socket.h>

#include <array>
#include <iostream>
#include <string>

int main(int argc, char **argv)
{
    int fd = socket(AF_INET6, SOCK_DGRAM, 0);
    sockaddr_in6 me{};
    me.sin6_family = AF_INET6;
    me.sin6_addr = in6addr_any;
    me.sin6_port = htons(argc > 1 ? std::stoi(argv[1]) : 12000);
    if (bind(fd, reinterpret_cast<sockaddr *>(&me), sizeof me) != 0) {
        std::cerr << "cannot bind\n";
        return 1;
    }
    const std::string reply = "Hello, client";
    std::array<char, 2000> buffer;
    while (true) {
        sockaddr_storage from{};
        socklen_t size = sizeof from;
        ssize_t n = recvfrom(fd, buffer.data(), buffer.size(), 0, reinterpret_cast<sockaddr *>(&from), &size);
        if (n < 0)
            break;
        sendto(fd, reply.data(), reply.size(), 0, reinterpret_cast<sockaddr *>(&from), size);
        std::cout << "got " << n << " bytes: " << std::string(buffer.data(), n) << std::endl;
    }
}
