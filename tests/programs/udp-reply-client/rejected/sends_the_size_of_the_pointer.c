/* mistake: sizeof(message) is the size of the pointer, not the length of the text: 8 bytes are sent.
 * fails: request-arrives, not-ascii
 * diagnosis: cuts_text_at
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <arpa/inet.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    char *message = argv[3];
    char buffer[2000];
    struct sockaddr_in server = { .sin_family = AF_INET };
    int n, fd = socket(AF_INET, SOCK_DGRAM, 0);

    server.sin_port = htons(atoi(argv[2]));
    inet_pton(AF_INET, argv[1], &server.sin_addr);
    sendto(fd, message, sizeof(message), 0, (struct sockaddr *)&server, sizeof(server));
    n = recv(fd, buffer, sizeof(buffer) - 1, 0);
    buffer[n] = '\0';
    printf("%s\n", buffer);
    close(fd);
    return 0;
}
