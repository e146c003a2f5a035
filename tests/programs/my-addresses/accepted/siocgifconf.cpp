#include <arpa/inet.h>
#include <net/if.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <iostream>
#include <vector>

int main() {
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    std::vector<ifreq> list(64);
    ifconf conf{};
    conf.ifc_len = static_cast<int>(list.size() * sizeof(ifreq));
    conf.ifc_req = list.data();
    if (ioctl(fd, SIOCGIFCONF, &conf) < 0) return 1;
    for (size_t i = 0; i < conf.ifc_len / sizeof(ifreq); ++i) {
        auto* address = reinterpret_cast<sockaddr_in*>(&list[i].ifr_addr);
        std::cout << list[i].ifr_name << '\t' << inet_ntoa(address->sin_addr) << '\n';
    }
    close(fd);
}
