#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <iostream>
#include <string>
#include <vector>

int main(int argc, char **argv)
{
    if (argc < 3) {
        std::cerr << "usage: client HOST PORT\n";
        return 1;
    }
    sockaddr_in server{};
    server.sin_family = AF_INET;
    server.sin_port = htons(std::stoi(argv[2]));
    inet_pton(AF_INET, argv[1], &server.sin_addr);
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    if (connect(fd, reinterpret_cast<sockaddr *>(&server), sizeof server) != 0)
        return 1;

    std::string message;
    std::cout << "Message: " << std::flush;
    std::getline(std::cin, message);
    send(fd, message.data(), message.size(), 0);
    std::vector<char> reply(65536);
    ssize_t n = recv(fd, reply.data(), reply.size(), 0);
    if (n < 0)
        return 1;
    std::cout << std::string(reply.begin(), reply.begin() + n) << '\n';
    close(fd);
}
