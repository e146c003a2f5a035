/* fails: reaches-another-computer
 * diagnosis: uses_another_address
 * mistake: A sender that connects to INADDR_ANY connects to its own computer.
 */
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
    struct sockaddr_in to;

    if (argc < 4)
        return 1;
    int s = socket(AF_INET, SOCK_STREAM, 0);
    memset(&to, 0, sizeof to);
    to.sin_family = AF_INET;
    to.sin_port = htons(atoi(argv[2]));
    to.sin_addr.s_addr = INADDR_ANY;
    if (connect(s, (struct sockaddr *)&to, sizeof to) < 0) {
        perror("connect");
        return 1;
    }
    send(s, argv[3], strlen(argv[3]), 0);
    close(s);
    return 0;
}
