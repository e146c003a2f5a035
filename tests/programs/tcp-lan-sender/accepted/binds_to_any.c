// bind() to any address and a port of the system's choice does what connect() would do by itself.
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char *argv[]) {
    struct sockaddr_in me, other;
    int sock = socket(AF_INET, SOCK_STREAM, 0);

    memset(&me, 0, sizeof(me));
    me.sin_family = AF_INET;
    me.sin_addr.s_addr = INADDR_ANY;
    if (bind(sock, (struct sockaddr *)&me, sizeof(me)) < 0) {
        perror("bind");
        return 1;
    }
    memset(&other, 0, sizeof(other));
    other.sin_family = AF_INET;
    other.sin_port = htons(atoi(argv[2]));
    if (inet_pton(AF_INET, argv[1], &other.sin_addr) != 1 ||
        connect(sock, (struct sockaddr *)&other, sizeof(other)) < 0) {
        perror(argv[1]);
        return 1;
    }
    const char *rest = argv[3];
    while (*rest != '\0') {
        ssize_t n = write(sock, rest, strlen(rest));
        if (n < 0) return 1;
        rest += n;
    }
    close(sock);
    return 0;
}
