#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <iostream>
#include <string>

// Its own address and message.
int main()
{
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(8080);
    to.sin_addr.s_addr = inet_addr("192.168.1.17");
    if (connect(fd, reinterpret_cast<sockaddr *>(&to), sizeof to) != 0) {
        perror("connect");
        return 1;
    }
    const std::string hello = "Hello from client";
    send(fd, hello.c_str(), hello.size() + 1, 0);
    std::string reply;
    char part[512];
    for (ssize_t n; (n = recv(fd, part, sizeof part, 0)) > 0;)
        reply.append(part, n);
    std::cout << reply << std::endl;
    close(fd);
}
