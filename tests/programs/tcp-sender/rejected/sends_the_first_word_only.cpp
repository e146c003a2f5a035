// fails: message-arrives
// diagnosis: first_word_only
// mistake: cin >> message reads up to the first space; getline() reads the line.
#include <iostream>
#include <string>
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char* argv[])
{
    if (argc < 3) {
        std::cerr << "usage: sender HOST PORT" << std::endl;
        return 1;
    }
    int sock = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in receiver{};
    receiver.sin_family = AF_INET;
    receiver.sin_port = htons(std::stoi(argv[2]));
    receiver.sin_addr.s_addr = inet_addr(argv[1]);
    if (connect(sock, (sockaddr*)&receiver, sizeof(receiver)) < 0) {
        std::cerr << "Connection failed" << std::endl;
        return 1;
    }

    std::string message;
    std::cout << "Enter a message: ";
    std::cin >> message;
    send(sock, message.c_str(), message.size(), 0);
    close(sock);
    return 0;
}
