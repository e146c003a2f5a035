#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>

#define SERVER_IP "127.0.0.1"
#define SERVER_PORT 5000
#define BUFFER_SIZE 64

int main()
{
    int sock;
    struct sockaddr_in server;
    char buffer[BUFFER_SIZE] = "Hello from the sender";

    sock = socket(AF_INET, SOCK_STREAM, 0);
    if (sock == -1) {
        printf("Could not create socket\n");
        return 1;
    }

    server.sin_addr.s_addr = inet_addr(SERVER_IP);
    server.sin_family = AF_INET;
    server.sin_port = htons(SERVER_PORT);

    if (connect(sock, (struct sockaddr *)&server, sizeof(server)) < 0) {
        perror("connect failed");
        return 1;
    }
    printf("Connected\n");

    /* the whole buffer: the text and the zeros after it */
    if (send(sock, buffer, sizeof(buffer), 0) < 0) {
        printf("Send failed\n");
        return 1;
    }
    printf("Data sent\n");
    close(sock);
    return 0;
}
