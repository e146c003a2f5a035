/* fails: long-reply
 * oddity: The buffer has room for 100 bytes; the rest of a longer reply is lost.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <netdb.h>
#include <sys/socket.h>
#include <netinet/in.h>

int main(int argc, char *argv[])
{
    struct hostent *host = gethostbyname(argv[1]);
    struct sockaddr_in to;
    char reply[100];
    int n, s = socket(AF_INET, SOCK_DGRAM, 0);

    if (host == NULL) {
        herror("gethostbyname");
        return 1;
    }
    bzero(&to, sizeof(to));
    to.sin_family = AF_INET;
    to.sin_port = htons(atoi(argv[2]));
    bcopy(host->h_addr_list[0], &to.sin_addr, host->h_length);
    sendto(s, argv[3], strlen(argv[3]), 0, (struct sockaddr *)&to, sizeof(to));
    n = recvfrom(s, reply, sizeof(reply), 0, NULL, NULL);
    printf("%.*s\n", n, reply);
    close(s);
    return 0;
}
