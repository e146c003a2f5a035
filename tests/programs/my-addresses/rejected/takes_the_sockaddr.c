/* mistake: inet_ntop() gets the whole struct, and shows its first four bytes.
 * fails: one-interface, each-interface
 * diagnosis: prints_other_addresses
 */
#include <arpa/inet.h>
#include <ifaddrs.h>
#include <stdio.h>

int main(void)
{
    struct ifaddrs *all;
    char text[INET_ADDRSTRLEN];

    getifaddrs(&all);
    for (struct ifaddrs *one = all; one != NULL; one = one->ifa_next)
        if (one->ifa_addr != NULL && one->ifa_addr->sa_family == AF_INET)
            printf("%s: %s\n", one->ifa_name, inet_ntop(AF_INET, one->ifa_addr, text, sizeof text));
    return 0;
}
