// A connected UDP socket: connect() sets where send() goes.
#include <iostream>
#include <string>

#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char* argv[]) {
    if (argc < 4) {
        std::cerr << "usage: " << argv[0] << " HOST PORT MESSAGE\n";
        return 1;
    }

    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_DGRAM;
    addrinfo* found = nullptr;
    if (int error = getaddrinfo(argv[1], argv[2], &hints, &found); error != 0) {
        std::cerr << gai_strerror(error) << '\n';
        return 1;
    }

    int fd = socket(found->ai_family, found->ai_socktype, found->ai_protocol);
    if (fd < 0 || connect(fd, found->ai_addr, found->ai_addrlen) < 0) {
        std::cerr << "cannot reach " << argv[1] << '\n';
        return 1;
    }
    freeaddrinfo(found);

    std::string message = argv[3];
    send(fd, message.data(), message.size(), 0);
    std::cout << "sent " << message.size() << " bytes" << std::endl;
    close(fd);
}
