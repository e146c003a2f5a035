/* fails: hears-this-computer, hears-another-computer
 * diagnosis: swapped_port_bytes
 * mistake: The port is stored without htons(), so another port is listened on.
 */
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    int port = atoi(argv[1]);
    int s = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in a;

    memset(&a, 0, sizeof(a));
    a.sin_family = AF_INET;
    a.sin_port = port;
    a.sin_addr.s_addr = INADDR_ANY;
    if (bind(s, (struct sockaddr *)&a, sizeof(a)) < 0) {
        perror("bind");
        exit(1);
    }
    listen(s, 5);
    printf("Listening on port %d\n", port);

    for (;;) {
        char text[500];
        int c = accept(s, NULL, NULL);
        int n = read(c, text, sizeof(text) - 1);
        if (n > 0) {
            text[n] = 0;
            printf("%s\n", text);
        }
        close(c);
    }
}
