// oddity: >> reads words, and the spaces between them are gone.
// fails: prints-the-request
// diagnosis: loses_spaces
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <iostream>
#include <sstream>
#include <string>

int main(int argc, char *argv[]) {
    int server = socket(AF_INET, SOCK_STREAM, 0);
    int on = 1;
    setsockopt(server, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(std::stoi(argv[argc - 1]));
    if (bind(server, (sockaddr *)&address, sizeof address) < 0 || listen(server, 5) < 0) return 1;
    for (;;) {
        int client = accept(server, nullptr, nullptr);
        char buffer[4096];
        ssize_t n = recv(client, buffer, sizeof buffer, 0);
        if (n > 0) {
            std::istringstream text(std::string(buffer, n));
            std::string word;
            while (text >> word) std::cout << word;
            std::cout << std::endl;
            send(client, "Message received", 16, MSG_NOSIGNAL);
        }
        close(client);
    }
}
