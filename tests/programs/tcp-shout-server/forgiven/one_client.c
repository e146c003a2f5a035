/* fails: survives-a-reset, serves-the-next, says-so-at-the-end-too
 * oddity: accept() is called once; the server ends with its client. */
#include <ctype.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char **argv) {
    int port = argc > 1 ? atoi(argv[1]) : 8080;
    struct sockaddr_in addr = {0};
    int s = socket(AF_INET, SOCK_STREAM, 0);
    addr.sin_family = AF_INET;
    addr.sin_addr.s_addr = INADDR_ANY;
    addr.sin_port = htons(port);
    if (bind(s, (struct sockaddr *)&addr, sizeof addr) < 0) {
        perror("bind");
        return 1;
    }
    listen(s, 5);
    int c = accept(s, NULL, NULL);
    printf("Connected\n");
    char buf[1000];
    ssize_t n;
    while ((n = recv(c, buf, sizeof buf, 0)) > 0) {
        printf("Received: %.*s\n", (int)n, buf);
        for (ssize_t i = 0; i < n; i++) buf[i] = toupper((unsigned char)buf[i]);
        send(c, buf, n, 0);
        printf("Sent: %.*s\n", (int)n, buf);
    }
    if (n < 0 && errno == ECONNRESET) printf("Connection dropped.\n");
    close(c);
    close(s);
    return 0;
}
