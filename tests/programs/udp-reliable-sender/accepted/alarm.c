/* UDP sender: the time limit is an alarm that interrupts recvfrom() */
#include <errno.h>
#include <netdb.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void on_alarm(int signal_number) { (void)signal_number; }

int main(int argc, char **argv)
{
    struct addrinfo hints, *receiver;
    struct sigaction action;
    char line[512], packet[600], reply[64];
    int seq = 0, sock;
    FILE *in;

    if (argc < 4) return 2;
    memset(&hints, 0, sizeof hints);
    hints.ai_family = AF_INET;
    hints.ai_socktype = SOCK_DGRAM;
    if (getaddrinfo(argv[1], argv[2], &hints, &receiver) != 0) return 2;
    sock = socket(receiver->ai_family, receiver->ai_socktype, 0);

    memset(&action, 0, sizeof action);
    action.sa_handler = on_alarm;  /* no SA_RESTART: recvfrom() shall return */
    sigaction(SIGALRM, &action, NULL);

    if ((in = fopen(argv[3], "r")) == NULL) return 2;
    while (fgets(line, sizeof line, in)) {
        int acknowledged = -1;
        line[strcspn(line, "\r\n")] = 0;
        sprintf(packet, "%d %s", seq, line);
        while (acknowledged != seq) {
            ssize_t n;
            sendto(sock, packet, strlen(packet), 0, receiver->ai_addr, receiver->ai_addrlen);
            alarm(1);
            while (acknowledged != seq) {
                n = recvfrom(sock, reply, sizeof reply - 1, 0, NULL, NULL);
                if (n < 0) break;  /* EINTR: the second is over */
                reply[n] = 0;
                if (sscanf(reply, "ACK %d", &acknowledged) != 1) acknowledged = -1;
            }
            alarm(0);
        }
        printf("%d ok\n", seq++);
    }
    return 0;
}
