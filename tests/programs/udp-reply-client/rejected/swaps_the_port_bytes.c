/* mistake: The port is put in without htons().
 * fails: request-arrives, prints-the-reply
 * diagnosis: swapped_port_bytes
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    struct sockaddr_in server;
    char buffer[1024];
    int n, sd = socket(AF_INET, SOCK_DGRAM, 0);

    memset(&server, 0, sizeof(server));
    server.sin_family = AF_INET;
    server.sin_addr.s_addr = inet_addr(argv[1]);
    server.sin_port = atoi(argv[2]);
    sendto(sd, argv[3], strlen(argv[3]), 0, (struct sockaddr *)&server, sizeof(server));
    n = recvfrom(sd, buffer, sizeof(buffer) - 1, 0, NULL, NULL);
    buffer[n] = 0;
    printf("Server: %s\n", buffer);
    return 0;
}
