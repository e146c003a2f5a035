// fails: asks-the-clock-anew
// diagnosis: tells_the_same_time
// mistake: the line is made before the loop, so everybody gets the time of the start.
#include <arpa/inet.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>

int main(int argc, char** argv) {
    if (argc < 2) return 2;
    int s = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in own = {.sin_family = AF_INET, .sin_port = htons(atoi(argv[1]))};
    bind(s, (struct sockaddr*)&own, sizeof(own));
    time_t now = time(NULL);
    char line[100];
    strftime(line, sizeof(line), "%a %b %d %H:%M:%S %Y\r\n", localtime(&now));
    for (;;) {
        char request[2000];
        struct sockaddr_in client;
        socklen_t length = sizeof(client);
        if (recvfrom(s, request, sizeof(request), 0, (struct sockaddr*)&client, &length) < 0) continue;
        sendto(s, line, strlen(line), 0, (struct sockaddr*)&client, length);
    }
}
