/* mistake: inet_ntop() is told that there is room for 8 letters: it returns NULL.
 * fails: one-interface, each-interface
 * diagnosis: prints_addresses_cut
 */
#include <arpa/inet.h>
#include <ifaddrs.h>
#include <stdio.h>

int main(void)
{
    struct ifaddrs *all;
    char text[8];

    getifaddrs(&all);
    for (struct ifaddrs *one = all; one != NULL; one = one->ifa_next) {
        if (one->ifa_addr == NULL || one->ifa_addr->sa_family != AF_INET)
            continue;
        struct sockaddr_in *address = (struct sockaddr_in *)one->ifa_addr;
        const char *shown = inet_ntop(AF_INET, &address->sin_addr, text, sizeof text);
        printf("%s: %s\n", one->ifa_name, shown);
    }
    return 0;
}
