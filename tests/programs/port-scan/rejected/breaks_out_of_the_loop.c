// fails: finds-what-listens, first-and-last
// diagnosis: stops_at_a_closed_port
// mistake: break where continue is meant: the first port that refuses ends the loop.
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
    for (int port = atoi(argv[2]); port <= atoi(argv[3]); port++) {
        struct sockaddr_in to;
        int s = socket(AF_INET, SOCK_STREAM, 0);
        memset(&to, 0, sizeof(to));
        to.sin_family = AF_INET;
        to.sin_port = htons(port);
        to.sin_addr.s_addr = inet_addr(argv[1]);
        if (connect(s, (struct sockaddr *)&to, sizeof(to)) < 0)
            break;
        printf("%d is open\n", port);
        close(s);
    }
    return 0;
}
