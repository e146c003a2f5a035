/* fails: one-interface, each-interface
 * diagnosis: asks_for_one_interface
 * mistake: The name of the interface is written in.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <sys/ioctl.h>
#include <net/if.h>
#include <arpa/inet.h>
int main(void) {
    int s = socket(AF_INET, SOCK_DGRAM, 0);
    struct ifreq ifr;
    strcpy(ifr.ifr_name, "wlan9");
    if (ioctl(s, SIOCGIFADDR, &ifr) < 0) { perror("ioctl"); return 1; }
    printf("%s\n", inet_ntoa(((struct sockaddr_in*)&ifr.ifr_addr)->sin_addr));
}
