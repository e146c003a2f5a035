// fails: prints-the-reply
// diagnosis: cuts_text_at
// mistake: it receives as many bytes as it has sent, and the reply is longer.
#include <arpa/inet.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
    if (argc < 4) {
        fprintf(stderr, "usage: %s HOST PORT MESSAGE\n", argv[0]);
        return 1;
    }
    char *message = argv[3];
    int s = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in server;
    memset(&server, 0, sizeof server);
    server.sin_family = AF_INET;
    server.sin_port = htons(atoi(argv[2]));
    server.sin_addr.s_addr = inet_addr(argv[1]);
    sendto(s, message, strlen(message), 0, (struct sockaddr *)&server, sizeof server);
    char *reply = calloc(strlen(message) + 1, 1);
    recvfrom(s, reply, strlen(message), 0, NULL, NULL);
    printf("Reply: %s\n", reply);
    close(s);
    return 0;
}
