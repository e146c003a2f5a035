// Prints the IPv4 address of each network interface.
#include <arpa/inet.h>
#include <ifaddrs.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <iostream>

int main()
{
    ifaddrs* all = nullptr;
    if (getifaddrs(&all) < 0) {
        std::cerr << "getifaddrs failed\n";
        return 1;
    }
    for (ifaddrs* one = all; one != nullptr; one = one->ifa_next) {
        // fill in: go on to the next one when this has no address (one->ifa_addr is null), or another one than an IPv4
        //          address (one->ifa_addr->sa_family)
        // fill in: print the address, see inet_ntop() and sockaddr_in
        std::cout << one->ifa_name << '\n';
    }
    freeifaddrs(all);
}
