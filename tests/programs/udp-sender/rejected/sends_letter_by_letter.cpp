// UDP sender
// mistake: Each letter is sent on its own; each sendto() is a datagram of its own.
// fails: message-arrives
// diagnosis: sends_in_pieces
#include <cstdlib>
#include <iostream>
#include <string>
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char** argv) {
    if (argc < 4) {
        std::cout << "usage: sender HOST PORT MESSAGE" << std::endl;
        return 1;
    }
    int sock = socket(AF_INET, SOCK_DGRAM, 0);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_addr.s_addr = inet_addr(argv[1]);
    to.sin_port = htons(std::atoi(argv[2]));

    std::string message = argv[3];
    for (char c : message) {
        sendto(sock, &c, 1, 0, reinterpret_cast<sockaddr*>(&to), sizeof to);
    }
    close(sock);
    return 0;
}
