/* fails: prints-no-leftovers
 * oddity: The length that recv() returned is not used: after a long request a short one ends with the rest of it.
 */
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static char buffer[2048];

int main(int argc, char *argv[])
{
    struct sockaddr_in address;
    const char *reply = "Message received\n";
    int server = socket(AF_INET, SOCK_STREAM, 0), client;

    if (argc != 2)
        return 1;
    memset(&address, 0, sizeof address);
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = INADDR_ANY;
    address.sin_port = htons(atoi(argv[1]));
    if (bind(server, (struct sockaddr *)&address, sizeof address) < 0) {
        perror("bind");
        return 1;
    }
    listen(server, 5);
    while ((client = accept(server, NULL, NULL)) >= 0) {
        if (recv(client, buffer, sizeof buffer - 1, 0) > 0) {
            printf("Client says: %s\n", buffer);
            fflush(stdout);
            send(client, reply, strlen(reply), MSG_NOSIGNAL);
        }
        close(client);
    }
    return 0;
}
