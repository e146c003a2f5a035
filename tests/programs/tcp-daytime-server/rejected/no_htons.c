/* fails: tells-the-time
 * diagnosis: swapped_port_bytes
 * mistake: the port without htons(). */
#include <arpa/inet.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
    struct sockaddr_in address;
    int listener = socket(AF_INET, SOCK_STREAM, 0);

    if (argc < 2)
        return 1;
    signal(SIGPIPE, SIG_IGN);
    memset(&address, 0, sizeof address);
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_ANY);
    address.sin_port = atoi(argv[1]);
    if (bind(listener, (struct sockaddr *)&address, sizeof address) < 0 || listen(listener, 5) < 0) {
        perror("bind or listen");
        return 1;
    }
    for (;;) {
        char line[64];
        time_t now;
        int connection = accept(listener, NULL, NULL);
        if (connection < 0)
            continue;
        now = time(NULL);
        snprintf(line, sizeof line, "%.24s\r\n", ctime(&now));
        if (write(connection, line, strlen(line)) < 0)
            perror("write");
        close(connection);
    }
}
