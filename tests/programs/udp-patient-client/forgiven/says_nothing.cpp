// fails: says-that-there-is-no-answer
// oddity: That no answer came is not said.
#include <arpa/inet.h>
#include <poll.h>
#include <unistd.h>

#include <iostream>
#include <string>

int main(int argc, char **argv)
{
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(std::stoi(argv[2]));
    inet_aton(argv[1], &to.sin_addr);
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    for (int i = 1; argc > 2; ++i) {
        std::string text = "message " + std::to_string(i);
        sendto(fd, text.data(), text.size(), 0, reinterpret_cast<sockaddr *>(&to), sizeof to);
        pollfd one{fd, POLLIN, 0};
        if (poll(&one, 1, 1000) > 0) {
            char buffer[2000];
            ssize_t n = recv(fd, buffer, sizeof buffer, 0);
            std::cout << std::string(buffer, n > 0 ? n : 0) << std::endl;
            usleep(500000);
        }
    }
}
