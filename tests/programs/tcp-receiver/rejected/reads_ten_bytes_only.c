/* fails: prints-a-message
 * diagnosis: cuts_text_at
 * mistake: The buffer has ten bytes and is filled once, so the rest of the message is lost.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <netinet/in.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    int s, c;
    char buf[10];
    struct sockaddr_in sin;

    s = socket(AF_INET, SOCK_STREAM, 0);
    memset(&sin, 0, sizeof(sin));
    sin.sin_family = AF_INET;
    sin.sin_port = htons(argc > 1 ? atoi(argv[1]) : 2000);
    sin.sin_addr.s_addr = INADDR_ANY;
    bind(s, (struct sockaddr *)&sin, sizeof(sin));
    listen(s, 5);

    while (1) {
        c = accept(s, NULL, NULL);
        memset(buf, 0, sizeof(buf));
        recv(c, buf, sizeof(buf) - 1, 0);
        printf("message: %s\n", buf);
        close(c);
    }
    return 0;
}
