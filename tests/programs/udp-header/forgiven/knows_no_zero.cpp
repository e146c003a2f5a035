// fails: no-checksum
// oddity: A checksum of zero is called wrong.
#include <arpa/inet.h>

#include <iostream>
#include <sstream>
#include <string>
#include <vector>

int main()
{
    for (std::string line; std::getline(std::cin, line);) {
        std::istringstream words(line);
        std::string from, to;
        words >> from >> to;
        std::vector<unsigned char> b(12);
        inet_pton(AF_INET, from.c_str(), b.data());
        inet_pton(AF_INET, to.c_str(), b.data() + 4);
        for (int byte; words >> std::hex >> byte;)
            b.push_back(byte);
        const std::size_t n = b.size() - 12;
        if (n < 8)
            continue;
        b[9] = 17;
        b[10] = n / 256;
        b[11] = n % 256;
        b.push_back(0);
        auto at = [&](std::size_t i) { return b[i] << 8 | b[i + 1]; };
        unsigned long sum = 0;
        for (std::size_t i = 0; i + 1 < b.size(); i += 2)
            sum += at(i);
        while (sum >> 16)
            sum = (sum & 0xffff) + (sum >> 16);
        std::cout << "source " << at(12) << ", destination " << at(14) << ", length " << at(16) << ", checksum "
                  << (sum == 0xffff ? "ok" : "wrong") << '\n';
    }
}
