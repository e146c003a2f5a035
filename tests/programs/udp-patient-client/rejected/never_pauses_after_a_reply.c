/* fails: pauses-between-messages
 * diagnosis: floods
 * mistake: only a reply that does not come makes it wait, and the server has a message after the other.
 */
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    int s = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in server;
    struct timeval limit = {1, 0};
    char text[2048];
    memset(&server, 0, sizeof server);
    server.sin_family = AF_INET;
    server.sin_port = htons(atoi(argv[2]));
    inet_pton(AF_INET, argv[1], &server.sin_addr);
    setsockopt(s, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    for (int i = 1;; i++) {
        int n = snprintf(text, sizeof text, "message %d", i);
        sendto(s, text, n, 0, (struct sockaddr *)&server, sizeof server);
        n = recvfrom(s, text, sizeof text - 1, 0, NULL, NULL);
        if (n >= 0) {
            text[n] = 0;
            printf("Reply: %s\n", text);
        } else {
            printf("No answer\n");
            sleep(1);
        }
        fflush(stdout);
    }
}
