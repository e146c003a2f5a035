/* A TCP client: sends a sentence to a server and prints the reply, the sentence in capitals.
 * Compile:  gcc -Wall -o client client.c
 * Run:      ./client HOST PORT      (start the server first)
 */
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

    /* create a TCP socket */
    sock = socket(AF_INET, SOCK_STREAM, 0);
    if (sock < 0) {
        perror("socket");
        return 1;
    }

    /* the address of the server */
    memset(&server, 0, sizeof server);
    server.sin_family = AF_INET;
    /* your code here: sin_port from argv[2] (mind the byte order), sin_addr from argv[1] */

    /* your code here: connect */

    printf("Input lowercase sentence: ");
    fflush(stdout);
    if (fgets(sentence, sizeof sentence, stdin) == NULL) {
        close(sock);
        return 0;
    }

    /* your code here: send the sentence */

    /* your code here: receive the reply into the buffer, and end it with '\0' */

    printf("From server: %s\n", reply);
    close(sock);
    return 0;
}
