/* fails: changes-letters-only, silent-client
 * diagnosis: subtracts_32_from_everything, serves_one_at_a_time
 * mistake: 32 is subtracted from capitals too, so that "From" comes back as "&ROM".
 */
#include <ctype.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    char text[1000];
    struct sockaddr_in me = {0};
    int listening, client, n, i;

    signal(SIGPIPE, SIG_IGN);
    listening = socket(AF_INET, SOCK_STREAM, 0);
    me.sin_family = AF_INET;
    me.sin_port = htons(argc > 1 ? atoi(argv[1]) : 5000);
    me.sin_addr.s_addr = htonl(INADDR_ANY);
    if (bind(listening, (struct sockaddr *)&me, sizeof me) == -1) {
        perror("bind");
        return 1;
    }
    listen(listening, 5);

    for (;;) {
        client = accept(listening, NULL, NULL);
        while ((n = recv(client, text, sizeof text, 0)) > 0) {
            for (i = 0; i < n; i++)
                if (isalpha((unsigned char)text[i]))
                    text[i] -= 32;
            send(client, text, n, 0);
        }
        close(client);
    }
}
