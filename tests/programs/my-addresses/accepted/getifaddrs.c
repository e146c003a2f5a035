#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <stdio.h>

int main(void)
{
    struct ifaddrs *all, *one;
    char text[INET_ADDRSTRLEN];

    if (getifaddrs(&all) != 0) {
        perror("getifaddrs");
        return 1;
    }
    for (one = all; one != NULL; one = one->ifa_next) {
        if (one->ifa_addr == NULL || one->ifa_addr->sa_family != AF_INET || (one->ifa_flags & IFF_LOOPBACK))
            continue;
        struct sockaddr_in *in = (struct sockaddr_in *)one->ifa_addr;
        printf("%-8s %s\n", one->ifa_name, inet_ntop(AF_INET, &in->sin_addr, text, sizeof text));
    }
    freeifaddrs(all);
    return 0;
}
