/* fails: missing
 * diagnosis: none
 * mistake: clock() counts the time in which it works, and not that in which it waits. */
#include <arpa/inet.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <time.h>

struct heart {
    char name[64];
    long number;
    time_t last;
    bool is_said;
    struct heart *next;
};

static struct heart *hearts;
static time_t limit;

static time_t now(void)
{
    return clock() / CLOCKS_PER_SEC;
}

static bool is_missing(const struct heart *heart)
{
    return now() - heart->last >= limit;
}

/* Where the heart is, or would be. */
static struct heart **place_of(const char *name)
{
    struct heart **place = &hearts;
    while (*place && strcmp((*place)->name, name) < 0)
        place = &(*place)->next;
    return place;
}

static bool is_there(struct heart *heart, const char *name)
{
    return heart && strcmp(heart->name, name) == 0;
}

static void take_beat(const char *name, long number)
{
    struct heart **place = place_of(name), *heart = *place;
    if (!is_there(heart, name)) {
        heart = calloc(1, sizeof *heart);
        strcpy(heart->name, name);
        heart->next = *place;
        *place = heart;
    } else if (number != 1 && number <= heart->number) {
        return;
    }
    heart->number = number;
    heart->last = now();
    if (heart->is_said)
        printf("BACK %s\n", name);
    heart->is_said = false;
}

static void forget(const char *name)
{
    struct heart **place = place_of(name), *heart = *place;
    if (is_there(heart, name)) {
        *place = heart->next;
        free(heart);
    }
}

static void tell_all(char *answer, size_t size)
{
    size_t used = 0;
    for (struct heart *heart = hearts; heart; heart = heart->next)
        if (is_missing(heart) && used + strlen(heart->name) + 10 < size)
            used += (size_t)sprintf(answer + used, "%s %s", used ? "" : "MISSING", heart->name);
    if (!used)
        strcpy(answer, "ALL ALIVE");
}

int main(int argc, char *argv[])
{
    struct sockaddr_in address = {.sin_family = AF_INET};
    int sock = socket(AF_INET, SOCK_DGRAM, 0);

    if (argc < 3)
        return 2;
    limit = atoi(argv[2]);
    address.sin_port = htons((unsigned short)atoi(argv[1]));
    if (bind(sock, (struct sockaddr *)&address, sizeof address) < 0) {
        perror("bind");
        return 1;
    }
    for (;;) {
        struct timeval second = {.tv_sec = 1};
        fd_set readable;
        FD_ZERO(&readable);
        FD_SET(sock, &readable);
        if (select(sock + 1, &readable, NULL, NULL, &second) > 0) {
            char text[2000], answer[60000] = "", word[8], name[64], rest;
            long number;
            struct sockaddr_in sender;
            socklen_t size = sizeof sender;
            ssize_t got = recvfrom(sock, text, sizeof text - 1, 0, (struct sockaddr *)&sender, &size);
            if (got < 0)
                continue;
            text[got] = '\0';
            if (sscanf(text, "ALIVE %63s %ld %c", name, &number, &rest) == 2) {
                take_beat(name, number);
            } else if (sscanf(text, "BYE %63s %c", name, &rest) == 1) {
                forget(name);
            } else if (sscanf(text, "ASK %63s %c", name, &rest) == 1) {
                struct heart *heart = *place_of(name);
                sprintf(answer, "%s %s", !is_there(heart, name) ? "UNKNOWN" : is_missing(heart) ? "MISSING" : "ALIVE", name);
            } else if (sscanf(text, "%7s %c", word, &rest) == 1 && strcmp(word, "WHO") == 0) {
                tell_all(answer, sizeof answer);
            }
            if (answer[0])
                sendto(sock, answer, strlen(answer), 0, (struct sockaddr *)&sender, size);
        }
        for (struct heart *heart = hearts; heart; heart = heart->next)
            if (is_missing(heart) && !heart->is_said) {
                heart->is_said = true;
                printf("MISSING %s\n", heart->name);
            }
    }
}
