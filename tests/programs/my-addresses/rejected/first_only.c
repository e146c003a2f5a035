// fails: each-interface
// diagnosis: prints_some_addresses_only
// mistake: It returns at the first address that is not loopback.
#include <arpa/inet.h>
#include <ifaddrs.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    struct ifaddrs *all;
    getifaddrs(&all);
    for (struct ifaddrs *one = all; one != NULL; one = one->ifa_next) {
        if (one->ifa_addr == NULL || one->ifa_addr->sa_family != AF_INET)
            continue;
        const char *text = inet_ntoa(((struct sockaddr_in *)one->ifa_addr)->sin_addr);
        if (strcmp(text, "127.0.0.1") != 0) {
            printf("My address is %s\n", text);
            return 0;
        }
    }
    return 0;
}
