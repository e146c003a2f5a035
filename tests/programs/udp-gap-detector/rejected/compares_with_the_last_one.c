// UDP gap detector
// mistake: Doubled is only what is equal to the number before; every other small one is late.
// fails: an-old-one-again
// diagnosis: calls_doubled_ones_late
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

int main(int argc, char *argv[])
{
    int sock = socket(AF_INET, SOCK_DGRAM, 0);
    struct sockaddr_in own = {0};
    own.sin_family = AF_INET;
    own.sin_addr.s_addr = INADDR_ANY;
    own.sin_port = htons(atoi(argv[1]));
    if (bind(sock, (struct sockaddr *)&own, sizeof(own)) < 0)
        return 1;
    int last = -1, highest = -1;
    while (1) {
        char buffer[2048];
        ssize_t n = recv(sock, buffer, sizeof(buffer) - 1, 0);
        if (n < 0)
            return 1;
        buffer[n] = '\0';
        int number;
        if (sscanf(buffer, "%d", &number) != 1)
            continue;
        printf("%s\n", buffer);
        if (number == last)
            printf("doubled %d\n", number);
        else if (number < highest)
            printf("late %d\n", number);
        for (int i = highest + 1; i < number; i++)
            printf("missing %d\n", i);
        last = number;
        if (number > highest)
            highest = number;
    }
}
