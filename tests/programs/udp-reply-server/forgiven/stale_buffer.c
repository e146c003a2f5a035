/* fails: prints-no-leftovers
 * oddity: No '\0' is put behind what came, so that the rest of a longer request is printed again.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <netinet/in.h>

int main(int argc, char *argv[])
{
    char buf[2048] = "";
    struct sockaddr_in me, them;
    socklen_t len;
    int s = socket(AF_INET, SOCK_DGRAM, IPPROTO_UDP);

    memset(&me, 0, sizeof(me));
    me.sin_family = AF_INET;
    me.sin_port = htons(atoi(argv[1]));
    me.sin_addr.s_addr = htonl(INADDR_ANY);
    if (bind(s, (struct sockaddr *)&me, sizeof(me)) == -1) {
        perror("bind");
        return 1;
    }
    while (1) {
        len = sizeof(them);
        if (recvfrom(s, buf, sizeof(buf) - 1, 0, (struct sockaddr *)&them, &len) == -1)
            return 1;
        printf("Data: %s\n", buf);
        sendto(s, "ACK", 3, 0, (struct sockaddr *)&them, len);
    }
}
