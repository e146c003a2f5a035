#include <cstring>
#include <iostream>
#include <stdexcept>
#include <string>

#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

class Receiver {
public:
    explicit Receiver(int port)
    {
        fd_ = socket(AF_INET6, SOCK_STREAM, 0);
        if (fd_ < 0)
            throw std::runtime_error("socket");
        int on = 1, off = 0;
        setsockopt(fd_, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
        setsockopt(fd_, IPPROTO_IPV6, IPV6_V6ONLY, &off, sizeof off);
        sockaddr_in6 address{};
        address.sin6_family = AF_INET6;
        address.sin6_addr = in6addr_any;
        address.sin6_port = htons(static_cast<uint16_t>(port));
        if (::bind(fd_, reinterpret_cast<sockaddr*>(&address), sizeof address) < 0)
            throw std::runtime_error(std::string("bind: ") + std::strerror(errno));
        listen(fd_, 8);
    }

    ~Receiver() { close(fd_); }

    // Waits for a sender and returns everything that it sends.
    std::string next()
    {
        int sender = accept(fd_, nullptr, nullptr);
        std::string text;
        char buffer[512];
        ssize_t n;
        while ((n = recv(sender, buffer, sizeof buffer, 0)) > 0)
            text.append(buffer, static_cast<size_t>(n));
        close(sender);
        return text;
    }

private:
    int fd_;
};

int main(int argc, char* argv[])
{
    if (argc != 2) {
        std::cerr << "usage: receiver PORT\n";
        return 2;
    }
    try {
        Receiver receiver(std::stoi(argv[1]));
        while (true)
            std::cout << "message: " << receiver.next() << std::endl;
    } catch (const std::exception& error) {
        std::cerr << error.what() << std::endl;
        return 1;
    }
}
