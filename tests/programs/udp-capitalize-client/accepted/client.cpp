#include <cerrno>
#include <cstring>
#include <iostream>
#include <stdexcept>
#include <string>

#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

class UdpClient {
public:
    UdpClient(const std::string& host, const std::string& port) {
        addrinfo hints{};
        hints.ai_socktype = SOCK_DGRAM;
        if (getaddrinfo(host.c_str(), port.c_str(), &hints, &server_) != 0)
            throw std::runtime_error("unknown host " + host);
        fd_ = socket(server_->ai_family, server_->ai_socktype, server_->ai_protocol);
        if (fd_ < 0) throw std::runtime_error(std::strerror(errno));
    }
    ~UdpClient() {
        close(fd_);
        freeaddrinfo(server_);
    }

    std::string ask(const std::string& text) {
        if (sendto(fd_, text.data(), text.size(), 0, server_->ai_addr, server_->ai_addrlen) < 0)
            throw std::runtime_error(std::strerror(errno));
        std::string reply(65535, '\0');
        ssize_t n = recvfrom(fd_, reply.data(), reply.size(), 0, nullptr, nullptr);
        if (n < 0) throw std::runtime_error(std::strerror(errno));
        reply.resize(n);
        return reply;
    }

private:
    addrinfo* server_ = nullptr;
    int fd_ = -1;
};

int main(int argc, char* argv[]) {
    if (argc < 3) {
        std::cerr << "usage: client HOST PORT\n";
        return 1;
    }
    try {
        UdpClient client(argv[1], argv[2]);
        std::string line;
        while (std::cout << "> " << std::flush && std::getline(std::cin, line)) {
            if (line == "exit") break;
            std::cout << client.ask(line) << std::endl;
        }
    } catch (const std::exception& e) {
        std::cerr << "error: " << e.what() << '\n';
        return 1;
    }
}
