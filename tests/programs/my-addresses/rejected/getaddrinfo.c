// fails: one-interface, each-interface
// diagnosis: looks_up_the_host_name
// mistake: It looks up the host's own name, which is no way to its interfaces.
#include <arpa/inet.h>
#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(void)
{
    char name[256], text[64];
    struct addrinfo hints, *all;
    gethostname(name, sizeof name);
    memset(&hints, 0, sizeof hints);
    hints.ai_family = AF_INET;
    if (getaddrinfo(name, NULL, &hints, &all) != 0)
        return 1;
    for (; all != NULL; all = all->ai_next)
        printf("%s\n", inet_ntop(AF_INET, &((struct sockaddr_in *)all->ai_addr)->sin_addr, text, sizeof text));
    return 0;
}
