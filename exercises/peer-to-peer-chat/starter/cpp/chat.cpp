// A chat between two equals:  ./chat MY_PORT HOST PORT
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdio>
#include <iostream>
#include <string>
#include <thread>

void receive(int connection)
{
    char buffer[2048];
    ssize_t n = recv(connection, buffer, sizeof(buffer), 0);
    // fill in: again and again, until recv() returns 0: print what has come, see std::string(buffer, n)
    (void)n;
}

int main(int argc, char* argv[])
{
    if (argc < 4) {
        std::cerr << "usage: " << argv[0] << " MY_PORT HOST PORT\n";
        return 1;
    }

    int my_port = 0;   // fill in: the port to listen on, from the first argument (argv[1]), see std::stoi()
    std::string host;  // fill in: the other one's address, from the second argument
    int port = 0;      // fill in: the other one's port, from the third argument

    if (my_port == 0) {
        std::cerr << "Fill in the ports and the host first.\n";
        return 1;
    }

    int on = 1;
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
    sockaddr_in me{};
    me.sin_family = AF_INET;
    me.sin_addr.s_addr = htonl(INADDR_ANY);
    me.sin_port = htons(static_cast<uint16_t>(my_port));
    if (bind(listener, reinterpret_cast<sockaddr*>(&me), sizeof(me)) < 0 || listen(listener, 2) < 0) {
        std::perror("bind or listen");
        return 1;
    }

    sockaddr_in other{};
    other.sin_family = AF_INET;
    other.sin_port = htons(static_cast<uint16_t>(port));
    inet_pton(AF_INET, host.c_str(), &other.sin_addr);

    // fill in: call the other one; when nobody is there (connect() returns -1), wait to be called: accept()
    int connection = accept(listener, nullptr, nullptr);
    std::thread(receive, connection).detach();

    std::string line;
    while (std::getline(std::cin, line)) {
        // fill in: send the line, and a newline, to the other one
    }
}
