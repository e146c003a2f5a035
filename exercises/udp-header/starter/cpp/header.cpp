// Reads UDP datagrams in hexadecimal, prints what their headers say.
// Compile:  g++ -std=c++20 -Wall -o header header.cpp
// Run:      ./header
#include <arpa/inet.h>

#include <iostream>
#include <sstream>
#include <string>
#include <vector>

using Bytes = std::vector<unsigned char>;

bool checksum_holds(const in_addr& source, const in_addr& destination, const Bytes& datagram) {
    // fill in: the pseudo header in front, a zero byte behind when the number of bytes is odd,
    // the sum of all numbers of 16 bits, and the carry added to it
    (void)source;
    (void)destination;
    (void)datagram;
    return false;
}

int main() {
    std::string line;
    while (std::getline(std::cin, line)) {
        std::istringstream words(line);
        std::string from, to, word;
        in_addr source{}, destination{};
        words >> from >> to;
        if (inet_pton(AF_INET, from.c_str(), &source) != 1 || inet_pton(AF_INET, to.c_str(), &destination) != 1)
            continue;
        Bytes datagram;
        while (words >> word) datagram.push_back(static_cast<unsigned char>(std::stoi(word, nullptr, 16)));
        int source_port = 0, destination_port = 0, length = 0;

        // fill in: look whether there is a whole header
        // fill in: each number is two bytes, the more significant one first
        // fill in: a checksum of 00 00 means that there is none

        std::cout << "source " << source_port << ", destination " << destination_port << ", length " << length
                  << ", checksum " << (checksum_holds(source, destination, datagram) ? "ok" : "wrong") << std::endl;
    }
    return 0;
}
