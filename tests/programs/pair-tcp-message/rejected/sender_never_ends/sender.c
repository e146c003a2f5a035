// fails: sender-ends
// diagnosis: keeps_its_socket_open
// blamed: sender
/*
 * mistake: After the message the program neither closes the socket nor ends.
 */
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    struct sockaddr_in addr = {0};
    int sock = socket(AF_INET, SOCK_STREAM, 0);

    addr.sin_family = AF_INET;
    addr.sin_port = htons(atoi(argv[2]));
    addr.sin_addr.s_addr = inet_addr(argv[1]);
    if (connect(sock, (struct sockaddr *)&addr, sizeof(addr)) < 0) {
        perror("connect");
        exit(1);
    }
    send(sock, argv[3], strlen(argv[3]), 0);
    printf("Message sent\n");
    while (1)
        pause();
}
