// UDP gap detector: one byte a number, in a table that grows.
#include <ctype.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    if (argc < 2) {
        fprintf(stderr, "usage: %s PORT\n", argv[0]);
        return 1;
    }
    int sock = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in own;
    memset(&own, 0, sizeof own);
    own.sin_family = AF_INET;
    own.sin_addr.s_addr = htonl(INADDR_ANY);
    own.sin_port = htons(atoi(argv[1]));
    if (bind(sock, (struct sockaddr *)&own, sizeof own) < 0) {
        perror("bind");
        return 1;
    }

    char *seen = NULL;
    long size = 0;
    long next = 0;
    for (;;) {
        char buffer[65536];
        ssize_t n = recvfrom(sock, buffer, sizeof buffer - 1, 0, NULL, NULL);
        if (n < 0) {
            perror("recvfrom");
            return 1;
        }
        buffer[n] = '\0';
        if (!isdigit((unsigned char)buffer[0]))
            continue;
        char *text;
        long seq = strtol(buffer, &text, 10);
        if (seq >= size) {
            seen = realloc(seen, seq + 1);
            memset(seen + size, 0, seq + 1 - size);
            size = seq + 1;
        }
        if (seen[seq]) {
            printf("doubled %ld\n", seq);
            continue;
        }
        seen[seq] = 1;
        if (seq < next) {
            printf("late %ld\n", seq);
        } else {
            while (next < seq)
                printf("missing %ld\n", next++);
            next++;
        }
        printf("%ld:%s\n", seq, text);
    }
}
