/* printf() without a newline, then scanf(): the port first. */
#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(void)
{
    char host[256], port[16], message[70000];
    struct addrinfo hints, *found;

    printf("Port [12000]: ");
    scanf("%15s", port);
    printf("Host [localhost]: ");
    scanf("%255s", host);
    getchar();
    printf("Message for the server: ");
    fgets(message, sizeof(message), stdin);
    message[strcspn(message, "\n")] = '\0';

    memset(&hints, 0, sizeof(hints));
    hints.ai_socktype = SOCK_STREAM;
    if (getaddrinfo(host, port, &hints, &found) != 0)
        return 1;
    int s = socket(found->ai_family, found->ai_socktype, 0);
    if (connect(s, found->ai_addr, found->ai_addrlen) < 0) {
        perror("connect");
        return 1;
    }
    send(s, message, strlen(message), 0);
    shutdown(s, SHUT_WR);
    close(s);
    freeaddrinfo(found);
    return 0;
}
