// UDP capitalize client
// mistake: >> reads up to the first space, so one word is sent.
// fails: sends-the-text, long-text, not-ascii
// diagnosis: first_word_only
#include <iostream>
#include <string>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char* argv[]) {
    if (argc != 3) {
        std::cerr << "usage: client HOST PORT" << std::endl;
        return 1;
    }
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    sockaddr_in server{};
    server.sin_family = AF_INET;
    server.sin_port = htons(std::stoi(argv[2]));
    inet_pton(AF_INET, argv[1], &server.sin_addr);

    std::string text;
    std::cout << "Enter a text: ";
    std::cin >> text;
    sendto(fd, text.data(), text.size(), 0, reinterpret_cast<sockaddr*>(&server), sizeof server);

    char reply[2048];
    ssize_t n = recv(fd, reply, sizeof reply, 0);
    std::cout << "Reply: " << std::string(reply, n > 0 ? n : 0) << std::endl;
    close(fd);
}
