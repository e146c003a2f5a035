/* fails: ends-with-success
 * oddity: main() returns 1 at its end, which says "failed" to the shell.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    struct sockaddr_in dest;
    int sd;

    if (argc < 4) {
        printf("usage: sender host port message\n");
        return 0;
    }
    sd = socket(AF_INET, SOCK_STREAM, 0);
    memset(&dest, 0, sizeof dest);
    dest.sin_family = AF_INET;
    dest.sin_port = htons(atoi(argv[2]));
    dest.sin_addr.s_addr = inet_addr(argv[1]);
    if (connect(sd, (struct sockaddr *)&dest, sizeof dest) < 0) {
        perror("connect");
        return 0;
    }
    write(sd, argv[3], strlen(argv[3]));
    close(sd);
    printf("done\n");
    return 1;
}
