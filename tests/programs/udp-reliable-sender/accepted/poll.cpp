// UDP sender with poll(), which waits on when something else comes
#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <iostream>
#include <string>

using Clock = std::chrono::steady_clock;

static bool wait_for(int sock, const std::string& wanted) {
    const auto end = Clock::now() + std::chrono::milliseconds(200);
    for (;;) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
        if (left <= 0) return false;
        pollfd one{sock, POLLIN, 0};
        if (poll(&one, 1, static_cast<int>(left)) <= 0) return false;
        char buffer[1024];
        const ssize_t n = recv(sock, buffer, sizeof buffer, 0);
        if (n > 0 && std::string(buffer, n) == wanted) return true;
    }
}

int main(int argc, char** argv) {
    if (argc < 4) {
        std::cerr << "usage: sender HOST PORT FILE\n";
        return 2;
    }
    const int sock = socket(AF_INET, SOCK_DGRAM, 0);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(std::stoi(argv[2]));
    inet_pton(AF_INET, argv[1], &to.sin_addr);
    if (connect(sock, reinterpret_cast<sockaddr*>(&to), sizeof to) < 0) {
        perror("connect");
        return 2;
    }

    std::ifstream file(argv[3]);
    std::string line;
    for (int seq = 0; std::getline(file, line); ++seq) {
        const std::string number = std::to_string(seq);
        const std::string message = number + " " + line;
        int tries = 0;
        do {
            if (tries++ == 10) {
                std::cerr << "nobody answers\n";
                return 1;
            }
            send(sock, message.data(), message.size(), 0);
        } while (!wait_for(sock, "ACK " + number));
        std::cout << "sent " << message << (tries > 1 ? " (again)" : "") << std::endl;
    }
    close(sock);
}
