/* fails: prints-the-reply
 * diagnosis: prints_the_request
 * mistake: The reply is in another buffer than the one that is printed.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    int sock;
    struct sockaddr_in server;
    char message[1000], server_reply[2000];

    sock = socket(AF_INET, SOCK_STREAM, 0);
    if (sock == -1)
        printf("Could not create socket");
    server.sin_addr.s_addr = inet_addr(argc > 1 ? argv[1] : "127.0.0.1");
    server.sin_family = AF_INET;
    server.sin_port = htons(argc > 2 ? atoi(argv[2]) : 8888);
    if (connect(sock, (struct sockaddr *)&server, sizeof(server)) < 0) {
        perror("connect failed. Error");
        return 1;
    }
    puts("Connected");
    printf("Enter message : ");
    fgets(message, sizeof(message), stdin);
    if (send(sock, message, strlen(message), 0) < 0) {
        puts("Send failed");
        return 1;
    }
    if (recv(sock, server_reply, sizeof(server_reply), 0) < 0) {
        puts("recv failed");
        return 1;
    }
    puts("Server reply :");
    puts(message);
    close(sock);
    return 0;
}
