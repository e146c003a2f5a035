// UDP receiver with a map from numbers to texts
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <iostream>
#include <map>
#include <sstream>
#include <string>

int main(int argc, char* argv[]) {
    if (argc < 2) return 1;
    const int fd = socket(AF_INET, SOCK_DGRAM, 0);
    sockaddr_in addr{};
    addr.sin_family = AF_INET;
    addr.sin_port = htons(static_cast<uint16_t>(std::stoi(argv[1])));
    if (bind(fd, reinterpret_cast<sockaddr*>(&addr), sizeof addr) != 0) return 1;

    std::map<int, std::string> lines;
    for (;;) {
        char buffer[1500];
        sockaddr_in from{};
        socklen_t size = sizeof from;
        const ssize_t n = recvfrom(fd, buffer, sizeof buffer, 0, reinterpret_cast<sockaddr*>(&from), &size);
        if (n <= 0) continue;
        std::istringstream in(std::string(buffer, n));
        int number = 0;
        std::string text;
        in >> number;
        in.ignore(1);
        std::getline(in, text);
        const bool is_new = lines.emplace(number, text).second;
        const std::string ack = "ACK " + std::to_string(number);
        sendto(fd, ack.data(), ack.size(), 0, reinterpret_cast<sockaddr*>(&from), size);
        if (is_new) std::cout << "[" << number << "] " << text << std::endl;
    }
}
