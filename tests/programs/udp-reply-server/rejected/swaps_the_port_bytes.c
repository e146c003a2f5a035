/* mistake: The port is put in without htons().
 * fails: replies, prints-the-request
 * diagnosis: swapped_port_bytes
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <arpa/inet.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    struct sockaddr_in server, client;
    socklen_t len = sizeof(client);
    char message[1024];
    int n, sd = socket(AF_INET, SOCK_DGRAM, 0);

    memset(&server, 0, sizeof(server));
    server.sin_family = AF_INET;
    server.sin_addr.s_addr = INADDR_ANY;
    server.sin_port = atoi(argv[1]);
    bind(sd, (struct sockaddr *)&server, sizeof(server));
    while ((n = recvfrom(sd, message, sizeof(message) - 1, 0, (struct sockaddr *)&client, &len)) >= 0) {
        message[n] = 0;
        printf("%s\n", message);
        sendto(sd, "Message received", 16, 0, (struct sockaddr *)&client, len);
    }
    return 0;
}
