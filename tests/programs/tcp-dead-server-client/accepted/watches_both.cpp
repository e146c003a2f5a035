#include <arpa/inet.h>
#include <poll.h>
#include <unistd.h>

#include <csignal>
#include <iostream>
#include <string>

// Notices at once, also while it waits for the keyboard.
int main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    std::signal(SIGPIPE, SIG_IGN);
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(std::stoi(argv[2]));
    inet_pton(AF_INET, argv[1], &to.sin_addr);
    if (connect(fd, reinterpret_cast<sockaddr *>(&to), sizeof to) < 0) {
        std::cerr << "nobody there\n";
        return 3;
    }
    pollfd both[2] = {{0, POLLIN, 0}, {fd, POLLIN, 0}};
    while (poll(both, 2, -1) > 0) {
        char text[2000];
        if (both[1].revents) {
            ssize_t n = read(fd, text, sizeof text);
            if (n <= 0) {
                std::cerr << "connection lost\n";
                return 3;
            }
            std::cout << std::string(text, n) << std::endl;
        }
        if (both[0].revents) {
            ssize_t n = read(0, text, sizeof text);
            if (n <= 0)
                return 0;
            if (write(fd, text, n) < 0) {
                std::cerr << "broken pipe\n";
                return 3;
            }
        }
    }
}
