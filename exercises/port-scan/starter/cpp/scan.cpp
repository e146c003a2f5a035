// Which TCP ports listen?  ./scan HOST FIRST LAST
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <iostream>
#include <string>

int main(int argc, char* argv[])
{
    if (argc < 4) {
        std::cerr << "usage: " << argv[0] << " HOST FIRST LAST\n";
        return 1;
    }

    std::string host;  // fill in: the host, from the first argument (argv[1])
    int first = 0;     // fill in: the first port, from the second argument, see std::stoi()
    int last = 0;      // fill in: the last port, from the third argument

    if (first == 0) {
        std::cerr << "Fill in the host and the ports first.\n";
        return 1;
    }

    for (int port = first; port < last; ++port) {  // fill in: does the last port belong to it?
        sockaddr_in server{};
        server.sin_family = AF_INET;
        server.sin_port = htons(static_cast<uint16_t>(port));
        inet_pton(AF_INET, host.c_str(), &server.sin_addr);

        int sock = socket(AF_INET, SOCK_STREAM, 0);
        // fill in: try to connect; connect() returns 0 when somebody listens, and -1 otherwise
        // fill in: print the port when somebody listens
        close(sock);
    }
}
