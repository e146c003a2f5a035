/* fails: replies-in-capitals
 * diagnosis: leaves_the_last_letter
 * mistake: The loop ends one letter too early.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <netinet/in.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    char buf[1025];
    int s, c, i, len;
    struct sockaddr_in sa;

    s = socket(PF_INET, SOCK_STREAM, 0);
    memset(&sa, 0, sizeof(sa));
    sa.sin_family = AF_INET;
    sa.sin_addr.s_addr = INADDR_ANY;
    sa.sin_port = htons(argc > 1 ? atoi(argv[1]) : 12000);
    if (bind(s, (struct sockaddr *)&sa, sizeof(sa)) < 0) {
        perror("bind");
        return 1;
    }
    listen(s, 5);
    printf("Waiting for clients\n");

    while (1) {
        c = accept(s, NULL, NULL);
        memset(buf, 0, sizeof(buf));
        recv(c, buf, 1024, 0);
        len = strlen(buf);
        for (i = 0; i < len - 1; i++)
            buf[i] = toupper(buf[i]);
        send(c, buf, len, 0);
        close(c);
    }
}
