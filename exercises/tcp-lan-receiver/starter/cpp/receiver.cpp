// TCP receiver that hears other computers
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <iostream>
#include <string>

int main(int argc, char* argv[])
{
    if (argc < 2) {
        std::cerr << "usage: " << argv[0] << " PORT\n";
        return 1;
    }

    std::array<char, 2048> buffer{};
    int port = 0;  // fill in: the port to listen on, from the first argument (argv[1]), see std::stoi()

    if (port == 0) {
        std::cerr << "Fill in the port first.\n";
        return 1;
    }

    // A TCP socket (SOCK_STREAM) for IPv4 (AF_INET).
    int sock = socket(AF_INET, SOCK_STREAM, 0);

    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);  // fill in: this is 127.0.0.1, which hears this computer only
    address.sin_port = htons(static_cast<uint16_t>(port));
    if (bind(sock, reinterpret_cast<sockaddr*>(&address), sizeof(address)) < 0) {
        std::perror("bind");
        return 1;
    }
    listen(sock, 5);

    // The next connection.
    int connection = accept(sock, nullptr, nullptr);
    if (connection < 0) {
        std::perror("accept");
        return 1;
    }

    // fill in: receive into the buffer until recv() returns 0, and print what came, see std::string(data, n)
    // fill in: close the connection, and go on to the next sender
    (void)buffer;

    close(sock);
}
