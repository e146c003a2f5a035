// UDP sender
// mistake: The number of the acknowledgement is one character of it; ACK 10 is taken for ACK 1.
// fails: more-than-ten-lines, acks-with-two-digits
// diagnosis: overlooks_the_acknowledgement
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>

int main(int argc, char *argv[])
{
    struct sockaddr_in to = {.sin_family = AF_INET};
    struct timeval tv = {0, 200000};
    char line[200], packet[256], ack[32];
    if (argc < 4) return 1;
    to.sin_addr.s_addr = inet_addr(argv[1]);
    to.sin_port = htons(atoi(argv[2]));
    int s = socket(AF_INET, SOCK_DGRAM, 0);
    setsockopt(s, SOL_SOCKET, SO_RCVTIMEO, &tv, sizeof tv);
    FILE *f = fopen(argv[3], "r");
    for (int seq = 0; f && fgets(line, sizeof line, f); seq++) {
        int tries = 0, got = -1;
        line[strcspn(line, "\n")] = 0;
        int length = sprintf(packet, "%d %s", seq, line);
        while (got != seq) {
            if (++tries > 8) return 1;
            sendto(s, packet, length, 0, (struct sockaddr *)&to, sizeof to);
            while (got != seq && recv(s, ack, sizeof ack, 0) >= 5)
                got = ack[4] - '0';
        }
    }
    return 0;
}
