/* mistake: In its loop it waits in accept() for the next client before it reads from the ones that are there.
 * fails: serves-a-client
 * diagnosis: waits_for_another_client
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>

int main(int argc, char **argv)
{
    struct sockaddr_in me = { .sin_family = AF_INET, .sin_port = htons(atoi(argv[1])) };
    int listener = socket(AF_INET, SOCK_STREAM, 0), clients[50], count = 0;

    bind(listener, (struct sockaddr *)&me, sizeof me);
    listen(listener, 10);
    for (;;) {
        clients[count++] = accept(listener, NULL, NULL);
        for (int i = 0; i < count; i++) {
            char text[1000];
            ssize_t n = recv(clients[i], text, sizeof text, 0);
            for (ssize_t k = 0; k < n; k++)
                text[k] = toupper((unsigned char)text[k]);
            if (n > 0)
                send(clients[i], text, n, 0);
        }
    }
}
