/* fails: message-arrives
 * diagnosis: cuts_text_at
 * mistake: sizeof of a pointer is 8, so only the first eight bytes are sent.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>

int send_message(int sock, char *message)
{
    return send(sock, message, sizeof(message), 0);
}

int main(int argc, char *argv[])
{
    struct hostent *host;
    struct sockaddr_in addr;
    int sock;

    if (argc != 4) {
        fprintf(stderr, "usage: %s <host> <port> <message>\n", argv[0]);
        exit(1);
    }
    host = gethostbyname(argv[1]);
    if (host == NULL) {
        herror(argv[1]);
        exit(1);
    }
    sock = socket(AF_INET, SOCK_STREAM, 0);
    memset(&addr, 0, sizeof(addr));
    addr.sin_family = AF_INET;
    addr.sin_port = htons(atoi(argv[2]));
    memcpy(&addr.sin_addr, host->h_addr_list[0], host->h_length);
    if (connect(sock, (struct sockaddr *)&addr, sizeof(addr)) < 0) {
        perror("connect");
        exit(1);
    }
    if (send_message(sock, argv[3]) < 0)
        perror("send");
    close(sock);
    return 0;
}
