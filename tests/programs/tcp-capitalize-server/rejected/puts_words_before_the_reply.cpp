// fails: replies-in-capitals
// diagnosis: adds_words
// mistake: The server sends "From server: " in front of the text; that belongs on the client's screen.
#include <cctype>
#include <cstdlib>
#include <iostream>
#include <string>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char* argv[])
{
    int port = argc > 1 ? std::atoi(argv[1]) : 12345;
    int server = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = INADDR_ANY;
    address.sin_port = htons(port);
    if (bind(server, (sockaddr*)&address, sizeof(address)) < 0) {
        std::cerr << "Cannot bind to port " << port << std::endl;
        return 1;
    }
    listen(server, 5);
    std::cout << "Listening on port " << port << std::endl;

    while (true) {
        int client = accept(server, nullptr, nullptr);
        char buffer[1024];
        int n;
        while ((n = recv(client, buffer, sizeof(buffer), 0)) > 0) {
            std::string reply = "From server: ";
            for (int i = 0; i < n; i++)
                reply += (char)toupper((unsigned char)buffer[i]);
            send(client, reply.c_str(), reply.length(), 0);
        }
        close(client);
    }
}
