/* fails: finds-it
 * diagnosis: none
 * mistake: the zero that ends a string in C is sent, too. */
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
    struct sockaddr_in server = {.sin_family = AF_INET};
    char line[100];
    int low = 1, high = 1000, sock = socket(AF_INET, SOCK_STREAM, 0);
    FILE *in;

    if (argc < 3)
        return 2;
    server.sin_port = htons((unsigned short)atoi(argv[2]));
    inet_pton(AF_INET, argv[1], &server.sin_addr);
    if (connect(sock, (struct sockaddr *)&server, sizeof server) < 0) {
        perror("connect");
        return 1;
    }
    in = fdopen(sock, "r");
    while (low <= high) {
        int guess = (low + high) / 2;
        sprintf(line, "%d\n", guess);
        send(sock, line, strlen(line) + 1, MSG_NOSIGNAL);
        if (fgets(line, sizeof line, in) == NULL)
            break;
        if (line[0] == 'R') {
            send(sock, "QUIT\n", 5, MSG_NOSIGNAL);
            printf("%d\n", guess);
            fclose(in);
            return 0;
        }
        if (line[0] == 'H')
            low = guess + 1;
        else
            high = guess - 1;
    }
    fprintf(stderr, "not found\n");
    return 1;
}
