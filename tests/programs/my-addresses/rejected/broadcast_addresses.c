// fails: one-interface, each-interface
// diagnosis: prints_addresses_cut
// mistake: ifa_broadaddr is the address of everybody in the network, and not the computer's own.
#include <arpa/inet.h>
#include <ifaddrs.h>
#include <stdio.h>

int main(void) {
    struct ifaddrs *all, *one;
    if (getifaddrs(&all) != 0) return 1;
    for (one = all; one != NULL; one = one->ifa_next)
        if (one->ifa_addr != NULL && one->ifa_addr->sa_family == AF_INET && one->ifa_broadaddr != NULL)
            printf("%s: %s\n", one->ifa_name, inet_ntoa(((struct sockaddr_in*)one->ifa_broadaddr)->sin_addr));
    freeifaddrs(all);
    return 0;
}
