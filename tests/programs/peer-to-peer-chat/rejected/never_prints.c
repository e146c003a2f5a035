// fails: you-come-first, you-come-second
// diagnosis: text_not_printed
// mistake: What comes is read and thrown away.
#include <arpa/inet.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int other;

static void *hear(void *unused)
{
    char buffer[1024];
    while (recv(other, buffer, sizeof buffer, 0) > 0) {
    }
    return unused;
}

int main(int argc, char *argv[])
{
    char line[1024];
    struct sockaddr_in a = {.sin_family = AF_INET};
    pthread_t thread;

    if (argc < 4)
        return 1;
    other = socket(AF_INET, SOCK_STREAM, 0);
    a.sin_port = htons(atoi(argv[3]));
    a.sin_addr.s_addr = inet_addr(argv[2]);
    if (connect(other, (struct sockaddr *)&a, sizeof a) < 0) {
        int s = socket(AF_INET, SOCK_STREAM, 0);
        a.sin_port = htons(atoi(argv[1]));
        a.sin_addr.s_addr = INADDR_ANY;
        bind(s, (struct sockaddr *)&a, sizeof a);
        listen(s, 1);
        other = accept(s, NULL, NULL);
    }
    pthread_create(&thread, NULL, hear, NULL);
    while (fgets(line, sizeof line, stdin))
        send(other, line, strlen(line), 0);
    return 0;
}
