// A sender that asks for the message.
// oddity: The buffer for the typed line holds 1,023 characters; what is longer is cut.
// fails: long-message
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define BUFSIZE 1024

int main(int argc, char *argv[])
{
    char buffer[BUFSIZE];
    struct sockaddr_in server;

    if (argc < 3) {
        printf("Usage: %s <ip> <port>\n", argv[0]);
        return 1;
    }

    int sock = socket(AF_INET, SOCK_DGRAM, IPPROTO_UDP);
    memset(&server, 0, sizeof(server));
    server.sin_family = AF_INET;
    server.sin_addr.s_addr = inet_addr(argv[1]);
    server.sin_port = htons(atoi(argv[2]));

    printf("Enter the message: ");
    fflush(stdout);
    fgets(buffer, BUFSIZE, stdin);
    buffer[strcspn(buffer, "\n")] = '\0';

    sendto(sock, buffer, strlen(buffer), 0, (struct sockaddr *)&server, sizeof(server));
    close(sock);
    return 0;
}
