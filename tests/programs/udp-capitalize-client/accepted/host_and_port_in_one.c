#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(void)
{
    char host[64], text[2048], reply[2049];
    int port;
    printf("Enter host and port: ");
    if (scanf("%63s %d", host, &port) != 2)
        return 1;
    getchar();
    printf("Input lowercase sentence to send to server: ");
    if (!fgets(text, sizeof(text), stdin))
        return 1;
    text[strcspn(text, "\n")] = 0;

    int s = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in to = {0};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = inet_addr(host);
    sendto(s, text, strlen(text), 0, (struct sockaddr *)&to, sizeof(to));
    ssize_t n = recvfrom(s, reply, sizeof(reply) - 1, 0, NULL, NULL);
    if (n < 0)
        return 1;
    reply[n] = 0;
    printf("From server: %s\n", reply);
    close(s);
    return 0;
}
