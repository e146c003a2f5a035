// UDP capitalize server
// mistake: >> reads up to the first space, so one word of the message is sent back.
// fails: replies-in-capitals
// diagnosis: first_word_only
#include <cctype>
#include <iostream>
#include <sstream>
#include <string>

#include <arpa/inet.h>
#include <sys/socket.h>

int main(int argc, char* argv[]) {
    if (argc < 2) {
        std::cerr << "usage: server PORT" << std::endl;
        return 1;
    }
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    sockaddr_in addr{};
    addr.sin_family = AF_INET;
    addr.sin_addr.s_addr = INADDR_ANY;
    addr.sin_port = htons(std::stoi(argv[1]));
    if (bind(fd, reinterpret_cast<sockaddr*>(&addr), sizeof addr) < 0) {
        std::cerr << "bind failed" << std::endl;
        return 1;
    }

    static char buffer[65536];
    while (true) {
        sockaddr_in client{};
        socklen_t size = sizeof client;
        ssize_t n = recvfrom(fd, buffer, sizeof buffer, 0, reinterpret_cast<sockaddr*>(&client), &size);
        std::istringstream in(std::string(buffer, n));
        std::string text;
        in >> text;
        for (char& c : text) c = std::toupper(static_cast<unsigned char>(c));
        sendto(fd, text.c_str(), text.size(), 0, reinterpret_cast<sockaddr*>(&client), size);
    }
}
