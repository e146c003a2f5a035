#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    int sock;
    ssize_t n;
    char buffer[1024];
    struct sockaddr_in serv_addr;

    if (argc < 4) {
        fprintf(stderr, "usage: %s host port message\n", argv[0]);
        return 1;
    }
    sock = socket(AF_INET, SOCK_STREAM, 0);
    memset(&serv_addr, 0, sizeof(serv_addr));
    serv_addr.sin_family = AF_INET;
    serv_addr.sin_port = htons(atoi(argv[2]));
    if (inet_pton(AF_INET, argv[1], &serv_addr.sin_addr) <= 0) {
        printf("\nInvalid address/ Address not supported \n");
        return -1;
    }
    if (connect(sock, (struct sockaddr *)&serv_addr, sizeof(serv_addr)) < 0) {
        printf("\nConnection Failed \n");
        return -1;
    }
    send(sock, argv[3], strlen(argv[3]), 0);
    printf("Hello message sent\n");
    while ((n = read(sock, buffer, sizeof(buffer))) > 0)
        fwrite(buffer, 1, n, stdout);
    printf("\n");
    close(sock);
    return 0;
}
