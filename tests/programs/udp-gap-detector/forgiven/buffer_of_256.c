// UDP gap detector
// oddity: The buffer holds 256 bytes; the rest of a longer text is lost.
// fails: long-text
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
    own.sin_port = htons(argc > 1 ? atoi(argv[1]) : 8080);
    if (bind(sock, (struct sockaddr *)&own, sizeof(own)) < 0)
        return 1;
    static char came[100000];
    int next = 0;
    while (1) {
        char buffer[256], text[256] = "";
        int number;
        ssize_t n = recv(sock, buffer, sizeof(buffer) - 1, 0);
        if (n < 0)
            return 1;
        buffer[n] = '\0';
        if (sscanf(buffer, "%d %255[^\n]", &number, text) < 1 || number < 0 || number >= (int)sizeof(came))
            continue;
        puts(text);
        if (came[number]++)
            printf("doubled %d\n", number);
        else if (number < next)
            printf("late %d\n", number);
        for (; next < number; next++)
            printf("missing %d\n", next);
        if (next == number)
            next++;
    }
}
