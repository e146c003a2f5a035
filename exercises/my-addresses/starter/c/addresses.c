// Prints the IPv4 address of each network interface.
#include <arpa/inet.h>
#include <ifaddrs.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>

int main(void)
{
    struct ifaddrs *all;

    if (getifaddrs(&all) < 0) {
        perror("getifaddrs");
        return 1;
    }
    for (struct ifaddrs *one = all; one != NULL; one = one->ifa_next) {
        // fill in: go on to the next one when this has no address (one->ifa_addr is NULL), or another one than an IPv4
        //          address (one->ifa_addr->sa_family)
        // fill in: print the address, see inet_ntop() and struct sockaddr_in
        printf("%s\n", one->ifa_name);
    }
    freeifaddrs(all);
    return 0;
}
