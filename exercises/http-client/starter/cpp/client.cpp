// An HTTP client: fetches a page and writes it to a file.
// Compile:  g++ -std=c++20 -o client client.cpp
// Run:      ./client URL FILE
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>

struct Address {
    std::string host;
    std::string port;
    std::string path;
};

Address take_apart(const std::string& url) {
    // fill in: http://HOST:PORT/PATH; see std::string::find() and substr()
    (void)url;
    return {};
}

std::string fetch(const std::string& url) {
    const Address address = take_apart(url);
    const int sock = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in server{};
    server.sin_family = AF_INET;
    // fill in: sin_port (mind the byte order; see std::stoi), sin_addr (see inet_pton)
    (void)server;

    // fill in: connect; if that fails throw a std::runtime_error
    // fill in: send the request; its lines end in \r\n, and the last one is empty

    // fill in:
    //   - receive, and append it to a std::string, until \r\n\r\n is in it
    //   - the second word is the status: 301, 302, 303, 307 and 308 want the place that Location names; what else is not
    //     200 is an error
    //   - receive the page: as many bytes as Content-Length says, in chunks, or up to the end of the connection
    close(sock);
    return "";
}

int main(int argc, char* argv[]) {
    if (argc < 3) {
        std::cerr << "usage: " << argv[0] << " http://HOST:PORT/PATH FILE\n";
        return 1;
    }

    // fill in: ignore SIGPIPE, see std::signal()

    try {
        const std::string page = fetch(argv[1]);
        std::ofstream file(argv[2], std::ios::binary);
        file << page;
    } catch (const std::exception& error) {
        std::cerr << "not fetched: " << error.what() << "\n";
        return 1;
    }
    return 0;
}
