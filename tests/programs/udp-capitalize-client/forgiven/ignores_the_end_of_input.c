// UDP capitalize client
// oddity: It does not look at what fgets() returns, so at the end of the input it sends its last line for ever.
// fails: ends-when-done
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    char line[2048], reply[2048];
    struct sockaddr_in server;
    int fd, n;

    if (argc != 3)
        return 1;
    memset(&server, 0, sizeof(server));
    server.sin_family = AF_INET;
    server.sin_addr.s_addr = inet_addr(argv[1]);
    server.sin_port = htons(atoi(argv[2]));
    fd = socket(AF_INET, SOCK_DGRAM, 0);

    while (1) {
        printf("> ");
        fgets(line, sizeof(line), stdin);
        sendto(fd, line, strlen(line), 0, (struct sockaddr *)&server, sizeof(server));
        n = recvfrom(fd, reply, sizeof(reply) - 1, 0, NULL, NULL);
        reply[n] = '\0';
        printf("%s\n", reply);
    }
}
