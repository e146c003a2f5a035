// fails: pauses-while-it-is-away
// diagnosis: floods
// mistake: a refusal is neither a reply nor a time-out, and goes round without a pause. Nothing is printed about it.
#include <arpa/inet.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    int s = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in server = {.sin_family = AF_INET, .sin_port = htons(atoi(argv[2]))};
    inet_pton(AF_INET, argv[1], &server.sin_addr);
    struct timeval limit = {1, 0};
    setsockopt(s, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof(limit));
    if (connect(s, (struct sockaddr*)&server, sizeof(server)) < 0) return 1;
    for (int number = 1;; ++number) {
        char text[2000];
        snprintf(text, sizeof(text), "message %d", number);
        if (send(s, text, strlen(text), 0) < 0) continue;
        const ssize_t n = recv(s, text, sizeof(text) - 1, 0);
        if (n < 0 && errno == ECONNREFUSED) continue;
        if (n < 0) {
            printf("No answer\n");
        } else {
            text[n] = '\0';
            printf("Reply: %s\n", text);
        }
        fflush(stdout);
        sleep(1);
    }
}
