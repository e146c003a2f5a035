// Listens in one thread, calls in another, reads from whatever comes about.
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <iostream>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

std::mutex guard;
std::vector<int> connections;

void hear(int fd) {
    {
        std::lock_guard lock(guard);
        connections.push_back(fd);
    }
    char buffer[1024];
    ssize_t n;
    while ((n = recv(fd, buffer, sizeof buffer, 0)) > 0) {
        std::lock_guard lock(guard);
        std::cout << "peer: " << std::string(buffer, static_cast<size_t>(n)) << std::flush;
    }
    std::lock_guard lock(guard);
    std::erase(connections, fd);
    close(fd);
}

int main(int argc, char** argv) {
    if (argc < 4) return 1;
    std::signal(SIGPIPE, SIG_IGN);
    const int listener = socket(AF_INET, SOCK_STREAM, 0);
    int on = 1;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in me{};
    me.sin_family = AF_INET;
    me.sin_port = htons(static_cast<uint16_t>(std::stoi(argv[1])));
    if (bind(listener, reinterpret_cast<sockaddr*>(&me), sizeof me) < 0) return 2;
    listen(listener, 4);
    std::thread([listener] {
        for (;;) std::thread(hear, accept(listener, nullptr, nullptr)).detach();
    }).detach();

    sockaddr_in other{};
    other.sin_family = AF_INET;
    other.sin_port = htons(static_cast<uint16_t>(std::stoi(argv[3])));
    inet_pton(AF_INET, argv[2], &other.sin_addr);
    const int out = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(out, reinterpret_cast<sockaddr*>(&other), sizeof other) == 0) std::thread(hear, out).detach();

    std::string line;
    while (std::getline(std::cin, line)) {
        line += '\n';
        std::lock_guard lock(guard);
        for (int fd : connections) send(fd, line.data(), line.size(), 0);
    }
}
