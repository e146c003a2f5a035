/* fails: sends-the-text, prints-the-reply
 * diagnosis: swapped_port_bytes
 * mistake: The port is not put into network byte order with htons().
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    int sock, n;
    struct sockaddr_in server;
    char line[1024];

    if (argc < 3) {
        fprintf(stderr, "usage: client HOST PORT\n");
        return 1;
    }
    sock = socket(AF_INET, SOCK_STREAM, 0);
    memset(&server, 0, sizeof(server));
    server.sin_family = AF_INET;
    server.sin_addr.s_addr = inet_addr(argv[1]);
    server.sin_port = atoi(argv[2]);
    if (connect(sock, (struct sockaddr *)&server, sizeof(server)) < 0) {
        perror("connect");
        return 1;
    }
    printf("Text: ");
    if (fgets(line, sizeof(line), stdin) == NULL)
        return 0;
    send(sock, line, strlen(line), 0);
    n = recv(sock, line, sizeof(line) - 1, 0);
    if (n > 0) {
        line[n] = '\0';
        printf("Reply: %s", line);
    }
    close(sock);
    return 0;
}
