// usage: ./client HOST PORT MESSAGE
#include <cerrno>
#include <cstring>
#include <iostream>
#include <string>

#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char* argv[])
{
    if (argc != 4) {
        std::cerr << "usage: client HOST PORT MESSAGE\n";
        return 1;
    }
    const std::string message = argv[3];

    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (int error = getaddrinfo(argv[1], argv[2], &hints, &found)) {
        std::cerr << gai_strerror(error) << '\n';
        return 1;
    }
    int fd = -1;
    for (addrinfo* a = found; a; a = a->ai_next) {
        fd = socket(a->ai_family, a->ai_socktype, a->ai_protocol);
        if (connect(fd, a->ai_addr, a->ai_addrlen) == 0)
            break;
        close(fd);
        fd = -1;
    }
    freeaddrinfo(found);
    if (fd < 0) {
        std::cerr << "cannot connect: " << std::strerror(errno) << '\n';
        return 1;
    }

    write(fd, message.data(), message.size());
    std::string reply;
    while (reply.size() < message.size()) {
        char buffer[256];
        ssize_t n = read(fd, buffer, sizeof buffer);
        if (n <= 0)
            break;
        reply.append(buffer, n);
    }
    close(fd);
    std::cout << reply << std::endl;
    return reply.empty() ? 1 : 0;
}
