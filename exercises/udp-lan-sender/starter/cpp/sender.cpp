// UDP sender that reaches another computer
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <iostream>
#include <string>

int main(int argc, char* argv[])
{
    if (argc < 4) {
        std::cerr << "usage: " << argv[0] << " HOST PORT MESSAGE\n";
        return 1;
    }

    std::string host;     // fill in: the address of the other computer, from the first argument (argv[1])
    int port = 0;         // fill in: the port of the receiver, from the second argument, see std::stoi()
    std::string message;  // fill in: the text to send, from the third argument

    if (port == 0) {
        std::cerr << "Fill in the host, the port and the message first.\n";
        return 1;
    }

    // A UDP socket (SOCK_DGRAM) for IPv4 (AF_INET).
    int sock = socket(AF_INET, SOCK_DGRAM, 0);

    // Where the message shall go. Numbers on the network have an order of their own: see htons().
    sockaddr_in receiver{};
    receiver.sin_family = AF_INET;
    receiver.sin_port = htons(static_cast<uint16_t>(port));
    if (inet_pton(AF_INET, host.c_str(), &receiver.sin_addr) != 1) {
        std::cerr << "not an address: " << host << '\n';
        return 1;
    }

    // fill in: send the message to the receiver in one datagram

    close(sock);
}
