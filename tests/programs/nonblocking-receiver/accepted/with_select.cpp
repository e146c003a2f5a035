#include <arpa/inet.h>
#include <poll.h>
#include <unistd.h>

#include <iostream>
#include <string>

int main(int argc, char **argv)
{
    int fd = socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK, 0);
    sockaddr_in me{};
    me.sin_family = AF_INET;
    me.sin_port = htons(argc > 1 ? std::stoi(argv[1]) : 12000);
    if (bind(fd, reinterpret_cast<sockaddr *>(&me), sizeof me) < 0)
        return 1;
    for (int beats = 0;;) {
        pollfd one{fd, POLLIN, 0};
        if (poll(&one, 1, 300) == 0)
            std::cout << "heartbeat " << ++beats << std::endl;
        char text[2048];
        for (ssize_t n; (n = recv(fd, text, sizeof text, 0)) >= 0;)
            std::cout << "got: " << std::string(text, n) << std::endl;
    }
}
