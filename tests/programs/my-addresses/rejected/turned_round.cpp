// fails: one-interface, each-interface
// diagnosis: prints_addresses_backwards
// mistake: ntohl() before inet_ntoa(): the address is printed backwards.
#include <arpa/inet.h>
#include <ifaddrs.h>

#include <iostream>

int main() {
    ifaddrs* all = nullptr;
    getifaddrs(&all);
    for (ifaddrs* one = all; one != nullptr; one = one->ifa_next) {
        if (one->ifa_addr == nullptr || one->ifa_addr->sa_family != AF_INET) continue;
        in_addr address = reinterpret_cast<sockaddr_in*>(one->ifa_addr)->sin_addr;
        address.s_addr = ntohl(address.s_addr);
        std::cout << one->ifa_name << ' ' << inet_ntoa(address) << '\n';
    }
}
