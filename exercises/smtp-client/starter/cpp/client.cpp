// An SMTP client: mails the text of a file.
// Compile:  g++ -std=c++20 -o client client.cpp
// Run:      ./client HOST PORT SENDER RECIPIENT FILE
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <string>

// Sends all of it; returns false when the server has left.
bool send_all(int sock, const std::string& bytes) {
    // fill in: send() tells how many bytes it took; go on with the others
    (void)sock, (void)bytes;
    return false;
}

// Reads a reply of one or more lines; returns false when its number is another one, or the server has left.
bool read_reply(int sock, const std::string& wanted) {
    // fill in: receive until a line is there that has a space behind its number, with its \r\n
    (void)sock, (void)wanted;
    return false;
}

bool command(int sock, const std::string& text, const std::string& wanted) {
    return send_all(sock, text + "\r\n") && read_reply(sock, wanted);
}

int main(int argc, char* argv[]) {
    if (argc < 6) {
        std::cerr << "usage: " << argv[0] << " HOST PORT SENDER RECIPIENT FILE\n";
        return 1;
    }

    // fill in: ignore SIGPIPE, see std::signal()

    const int sock = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in server{};
    server.sin_family = AF_INET;
    // fill in: sin_port from argv[2] (mind the byte order; see std::stoi), sin_addr from argv[1] (see inet_pton)
    (void)server;

    // fill in: connect; if that fails say so and return 1

    if (!read_reply(sock, "220") || !command(sock, "HELO localhost", "250")) return 1;
    // fill in: MAIL FROM, RCPT TO and DATA

    // fill in: From:, To:, Subject: and an empty line
    std::ifstream file(argv[5]);
    std::string line;
    while (std::getline(file, line)) {
        // fill in: send the line with \r\n; one that begins with a dot gets one more
    }

    // fill in: a dot in a line of its own, and QUIT

    close(sock);
    return 0;
}
