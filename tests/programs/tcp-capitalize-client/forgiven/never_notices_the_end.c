/* fails: ends-when-done, server-stays, server-hangs-up
 * oddity: recv() returns 0 when the server has left, and the loop goes on for ever.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    char message[2000];
    struct sockaddr_in server;
    int n;
    int sock = socket(AF_INET, SOCK_STREAM, 0);

    memset(&server, 0, sizeof(server));
    server.sin_family = AF_INET;
    server.sin_addr.s_addr = inet_addr(argv[1]);
    server.sin_port = htons(atoi(argv[2]));
    if (connect(sock, (struct sockaddr *)&server, sizeof(server)) < 0) {
        perror("connect failed. Error");
        return 1;
    }
    printf("Enter message: ");
    fgets(message, sizeof(message), stdin);
    send(sock, message, strlen(message), 0);

    while (1) {
        n = recv(sock, message, sizeof(message) - 1, 0);
        if (n < 0) {
            perror("recv");
            break;
        }
        message[n] = '\0';
        printf("%s", message);
        fflush(stdout);
    }
    close(sock);
    return 0;
}
