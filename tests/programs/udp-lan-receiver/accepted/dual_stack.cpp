#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <string>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

class Receiver {
public:
    explicit Receiver(int port) {
        fd_ = socket(AF_INET6, SOCK_DGRAM, 0);
        int off = 0;
        setsockopt(fd_, IPPROTO_IPV6, IPV6_V6ONLY, &off, sizeof off);
        sockaddr_in6 addr{};
        addr.sin6_family = AF_INET6;
        addr.sin6_addr = in6addr_any;
        addr.sin6_port = htons(port);
        if (bind(fd_, reinterpret_cast<sockaddr*>(&addr), sizeof addr) != 0) {
            std::cerr << "bind: " << std::strerror(errno) << std::endl;
            std::exit(1);
        }
    }
    ~Receiver() { close(fd_); }

    std::string next() {
        ssize_t n = recvfrom(fd_, buffer_.data(), buffer_.size(), 0, nullptr, nullptr);
        return n > 0 ? std::string(buffer_.data(), n) : std::string();
    }

private:
    int fd_ = -1;
    std::array<char, 9000> buffer_{};
};

int main(int argc, char* argv[]) {
    if (argc < 2) {
        std::cerr << "usage: " << argv[0] << " PORT" << std::endl;
        return 1;
    }
    Receiver receiver(std::stoi(argv[1]));
    while (true) {
        std::cout << "received: " << receiver.next() << std::endl;
    }
}
