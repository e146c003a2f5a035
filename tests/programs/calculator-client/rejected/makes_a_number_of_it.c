/* fails: errors, answer-in-pieces, lines-together, long-results
 * diagnosis: blocked_in
 * mistake: whatever comes goes through sscanf() as a number, and so does an error. */
#include <arpa/inet.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char *argv[])
{
    struct sockaddr_in address = {.sin_family = AF_INET};
    char typed[500], answer[3000];
    int connection = socket(AF_INET, SOCK_STREAM, 0);

    if (argc < 3)
        return 2;
    signal(SIGPIPE, SIG_IGN);
    address.sin_port = htons(atoi(argv[2]));
    inet_pton(AF_INET, argv[1], &address.sin_addr);
    if (connect(connection, (struct sockaddr *)&address, sizeof address) < 0) {
        perror("connect");
        return 1;
    }
    for (;;) {
        int result = 0;
        ssize_t got;

        printf("Sum: ");
        fflush(stdout);
        if (fgets(typed, sizeof typed, stdin) == NULL)
            strcpy(typed, "QUIT\n");
        send(connection, typed, strlen(typed), 0);
        do {
            got = recv(connection, answer, sizeof answer - 1, 0);
            if (got <= 0) {
                fprintf(stderr, "the server has gone\n");
                return 1;
            }
            answer[got] = '\0';
            if (strncmp(answer, "NOTE", 4) == 0)
                printf("%s", answer);
        } while (strncmp(answer, "NOTE", 4) == 0);
        if (strncmp(answer, "BYE", 3) == 0)
            return 0;
        sscanf(answer, "= %d", &result);
        printf("%d\n", result);
    }
}
