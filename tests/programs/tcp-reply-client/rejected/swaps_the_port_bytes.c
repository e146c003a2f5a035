/* mistake: The port is put in without htons().
 * fails: request-arrives, prints-the-reply
 * diagnosis: swapped_port_bytes
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>

int main(int argc, char **argv)
{
    struct sockaddr_in to;
    char reply[1024];
    int n, fd = socket(AF_INET, SOCK_STREAM, 0);

    memset(&to, 0, sizeof to);
    to.sin_family = AF_INET;
    to.sin_port = atoi(argv[2]);
    to.sin_addr.s_addr = inet_addr(argv[1]);
    if (connect(fd, (struct sockaddr *)&to, sizeof to) < 0) {
        perror("connect");
        return 1;
    }
    send(fd, argv[3], strlen(argv[3]), 0);
    n = recv(fd, reply, sizeof reply - 1, 0);
    reply[n] = 0;
    puts(reply);
    return 0;
}
