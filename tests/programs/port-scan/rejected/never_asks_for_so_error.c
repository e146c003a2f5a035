/* fails: finds-what-listens, first-and-last
 * diagnosis: prints_closed_ports
 * mistake: A socket that can be written has connected, or has not.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <fcntl.h>
#include <sys/select.h>
#include <arpa/inet.h>
int main(int argc, char *argv[]) {
    for (int p = atoi(argv[2]); p <= atoi(argv[3]); p++) {
        int s = socket(AF_INET, SOCK_STREAM, 0);
        fcntl(s, F_SETFL, O_NONBLOCK);
        struct sockaddr_in a = {0};
        a.sin_family = AF_INET; a.sin_port = htons(p); inet_pton(AF_INET, argv[1], &a.sin_addr);
        connect(s, (struct sockaddr*)&a, sizeof a);
        fd_set w; FD_ZERO(&w); FD_SET(s, &w);
        struct timeval tv = {1, 0};
        if (select(s + 1, NULL, &w, NULL, &tv) == 1) printf("Port %d is open\n", p);
        close(s);
    }
}
