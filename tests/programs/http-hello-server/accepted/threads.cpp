#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <iostream>
#include <string>
#include <thread>

static void answer(int fd)
{
    std::string request;
    char part[700];
    for (ssize_t n; request.find("\r\n\r\n") == std::string::npos;) {
        if ((n = recv(fd, part, sizeof part, 0)) <= 0) {
            close(fd);
            return;
        }
        request.append(part, n);
    }
    const std::string page = "<!doctype html><title>Hello</title><p>Hello!";
    const std::string response = "HTTP/1.0 200 Fine\r\ncontent-length: " + std::to_string(page.size()) +
                                 "\r\nContent-Type:text/html\r\n\r\n" + page;
    send(fd, response.data(), response.size(), 0);
    close(fd);
}

int main(int argc, char **argv)
{
    std::signal(SIGPIPE, SIG_IGN);
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in me{};
    me.sin_family = AF_INET;
    me.sin_port = htons(argc > 1 ? std::stoi(argv[1]) : 8080);
    if (bind(listener, reinterpret_cast<sockaddr *>(&me), sizeof me) < 0 || listen(listener, 10) < 0)
        return 1;
    for (;;)
        std::thread(answer, accept(listener, nullptr, nullptr)).detach();
}
