// UDP gap detector: a header of its own, and a dual-stack socket. It needs a port; 12000 without one.
#include <netinet/in.h>
#include <sys/socket.h>

#include <cstdlib>
#include <iostream>
#include <string>

#include "history.hpp"

int main(int argc, char **argv)
{
    int fd = socket(AF_INET6, SOCK_DGRAM, 0);
    int off = 0;
    setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &off, sizeof off);
    sockaddr_in6 own{};
    own.sin6_family = AF_INET6;
    own.sin6_port = htons(argc > 1 ? std::atoi(argv[1]) : 12000);
    if (bind(fd, reinterpret_cast<sockaddr *>(&own), sizeof own) != 0) {
        std::cerr << "cannot bind" << std::endl;
        return 1;
    }
    History history;
    std::string buffer(1024, '\0');
    for (;;) {
        ssize_t n = recv(fd, buffer.data(), buffer.size(), 0);
        if (n < 0)
            return 1;
        std::string datagram = buffer.substr(0, n);
        if (datagram.empty() || datagram[0] < '0' || datagram[0] > '9')
            continue;
        std::size_t used = 0;
        std::size_t number = std::stoul(datagram, &used);
        std::cout << '[' << number << "]" << datagram.substr(used) << std::endl;
        switch (history.take(number)) {
        case History::News::ahead:
            for (std::size_t i = history.firstMissing(); i < number; ++i)
                std::cout << "missing " << i << std::endl;
            break;
        case History::News::late:
            std::cout << "late " << number << std::endl;
            break;
        case History::News::doubled:
            std::cout << "doubled " << number << std::endl;
            break;
        case History::News::expected:
            break;
        }
    }
}
