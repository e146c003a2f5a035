/* fails: two-talk
 * diagnosis: blocked_in
 * mistake: each child of fork() has a copy of the list of its own, and knows nothing of who comes later. */
#include <arpa/inet.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define MOST 100

static struct {
    int socket;
    char name[50];
} clients[MOST];

static int count;

static void others(int me, const char *line)
{
    int i;
    for (i = 0; i < count; ++i)
        if (i != me && clients[i].name[0] != '\0')
            send(clients[i].socket, line, strlen(line), MSG_NOSIGNAL);
}

static void serve(int me)
{
    char line[2000], text[2100];
    FILE *in = fdopen(dup(clients[me].socket), "r");

    while (fgets(line, sizeof line, in) != NULL) {
        line[strcspn(line, "\r\n")] = '\0';
        strcpy(text, "OK\n");
        if (strncmp(line, "NAME ", 5) == 0) {
            snprintf(clients[me].name, sizeof clients[me].name, "%s", line + 5);
            snprintf(text, sizeof text, "JOINED %s\n", clients[me].name);
            others(me, text);
        } else if (strncmp(line, "SAY ", 4) == 0) {
            snprintf(text, sizeof text, "SAID %s %s\n", clients[me].name, line + 4);
            others(me, text);
        } else {
            strcpy(text, "ERROR unknown\n");
            send(clients[me].socket, text, strlen(text), MSG_NOSIGNAL);
            continue;
        }
        send(clients[me].socket, "OK\n", 3, MSG_NOSIGNAL);
    }
}

int main(int argc, char *argv[])
{
    struct sockaddr_in address = {.sin_family = AF_INET};
    int listener = socket(AF_INET, SOCK_STREAM, 0);

    address.sin_port = htons(atoi(argc > 1 ? argv[1] : "12000"));
    signal(SIGCHLD, SIG_IGN);
    if (bind(listener, (struct sockaddr *)&address, sizeof address) < 0 || listen(listener, 10) < 0)
        return 1;
    while (count < MOST) {
        clients[count].socket = accept(listener, NULL, NULL);
        if (fork() == 0) {
            ++count;
            serve(count - 1);
            _exit(0);
        }
        ++count;
    }
    return 0;
}
