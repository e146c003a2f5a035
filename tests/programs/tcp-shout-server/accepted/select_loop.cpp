#include <arpa/inet.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <csignal>
#include <iostream>
#include <string>
#include <vector>

int main(int argc, char **argv)
{
    std::signal(SIGPIPE, SIG_IGN);
    const int listener = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in me{};
    me.sin_family = AF_INET;
    me.sin_port = htons(argc > 1 ? std::stoi(argv[1]) : 7777);
    if (bind(listener, reinterpret_cast<sockaddr *>(&me), sizeof me) < 0 || listen(listener, 8) < 0)
        return 1;
    std::vector<pollfd> fds{{listener, POLLIN, 0}};
    while (poll(fds.data(), fds.size(), -1) >= 0) {
        if (fds[0].revents & POLLIN)
            fds.push_back({accept(listener, nullptr, nullptr), POLLIN, 0});
        for (std::size_t i = 1; i < fds.size(); ++i) {
            if (!fds[i].revents)
                continue;
            char part[1500];
            const ssize_t n = read(fds[i].fd, part, sizeof part);
            if (n > 0) {
                std::transform(part, part + n, part, [](unsigned char c) { return std::toupper(c); });
                if (write(fds[i].fd, part, n) == n)
                    continue;
            }
            std::cout << "Connection dropped." << std::endl;
            close(fds[i].fd);
            fds[i].fd = -1;
        }
        fds.erase(std::remove_if(fds.begin(), fds.end(), [](const pollfd &p) { return p.fd < 0; }), fds.end());
    }
}
