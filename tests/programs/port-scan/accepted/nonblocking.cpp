// All sockets at once, and poll() for their answers.
#include <arpa/inet.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <iostream>
#include <string>
#include <vector>

int main(int argc, char** argv) {
    if (argc < 4) return 1;
    const int first = std::stoi(argv[2]);
    const int last = std::stoi(argv[3]);
    std::vector<pollfd> waits;
    std::vector<int> ports;
    for (int port = first; port <= last; ++port) {
        const int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(static_cast<uint16_t>(port));
        inet_pton(AF_INET, argv[1], &to.sin_addr);
        connect(fd, reinterpret_cast<sockaddr*>(&to), sizeof to);
        waits.push_back({fd, POLLOUT, 0});
        ports.push_back(port);
    }
    std::cerr << "waiting for " << waits.size() << " answers\n";
    poll(waits.data(), waits.size(), 1000);
    for (size_t i = 0; i < waits.size(); ++i) {
        int error = 0;
        socklen_t size = sizeof error;
        getsockopt(waits[i].fd, SOL_SOCKET, SO_ERROR, &error, &size);
        if ((waits[i].revents & POLLOUT) != 0 && error == 0)
            std::cout << "Port " << ports[i] << ": OPEN" << std::endl;
        close(waits[i].fd);
    }
}
