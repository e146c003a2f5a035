/* A TCP client that notices that the server has died.
 * Compile:  gcc -Wall -o client client.c
 * Run:      ./client HOST PORT
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    struct sockaddr_in server;
    char sentence[2048];
    char reply[2048] = "";
    int sock;

    if (argc < 3) {
        fprintf(stderr, "usage: %s HOST PORT\n", argv[0]);
        return 1;
    }

    /* your code here: ignore SIGPIPE, see signal() */

    sock = socket(AF_INET, SOCK_STREAM, 0);
    if (sock < 0) {
        perror("socket");
        return 1;
    }

    memset(&server, 0, sizeof server);
    server.sin_family = AF_INET;
    /* your code here: sin_port from argv[2] (mind the byte order), sin_addr from argv[1] */

    /* your code here: connect; if that fails say so and return 1 */

    while (fgets(sentence, sizeof sentence, stdin) != NULL) {
        /* your code here: send the sentence, receive the reply and end it with '\0';
           0 or -1 means that the server has died: say so and return 1 */

        printf("From server: %s\n", reply);
    }
    close(sock);
    return 0;
}
