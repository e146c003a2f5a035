// UDP receiver, made from a TCP receiver
// mistake: It reads 16 bytes at a time, but the rest of a datagram does not wait for the next call.
// fails: prints-a-message
// diagnosis: cuts_text_at
#include <iostream>
#include <string>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char** argv) {
    if (argc < 2) {
        std::cerr << "usage: receiver PORT\n";
        return 1;
    }
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    sockaddr_in addr{};
    addr.sin_family = AF_INET;
    addr.sin_addr.s_addr = INADDR_ANY;
    addr.sin_port = htons(std::stoi(argv[1]));
    bind(fd, reinterpret_cast<sockaddr*>(&addr), sizeof addr);

    char piece[16];
    while (true) {
        ssize_t n = recv(fd, piece, sizeof piece, 0);
        if (n <= 0) break;
        std::cout << std::string(piece, n) << std::flush;
    }
    close(fd);
}
