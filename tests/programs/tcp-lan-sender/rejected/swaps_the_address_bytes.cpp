// fails: reaches-another-computer
// diagnosis: swapped_address_bytes
// mistake: inet_addr() gives the address in network byte order; htonl() turns it round once more.
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <string>

int main(int argc, char** argv) {
    if (argc < 4) return 1;
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(std::atoi(argv[2]));
    to.sin_addr.s_addr = htonl(inet_addr(argv[1]));
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(fd, reinterpret_cast<sockaddr*>(&to), sizeof to) < 0) {
        std::cerr << "connect failed\n";
        return 1;
    }
    std::string message = argv[3];
    send(fd, message.data(), message.size(), 0);
    close(fd);
}
