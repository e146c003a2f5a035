/* fails: each-its-own-time says-so-meanwhile
 * diagnosis: none, does_not_say_so
 * mistake: there is one alarm, which each beat puts off, whoever sends it. */
#include <arpa/inet.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct heart {
    char name[40];
    int number;
    int missing;
    int said;
};

static struct heart *hearts;
static size_t count, room;
static double limit;
static volatile sig_atomic_t ticked;

static void tick(int number)
{
    (void)number;
    ticked = 1;
}

static int is_missing(const struct heart *h)
{
    return h->missing;
}

static struct heart *find(const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(hearts[i].name, name) == 0)
            return &hearts[i];
    return NULL;
}

static int compare(const void *a, const void *b)
{
    return strcmp(((const struct heart *)a)->name, ((const struct heart *)b)->name);
}

static void beat(const char *name, int number)
{
    struct heart *h = find(name);
    if (h == NULL) {
        if (count == room) {
            room = room ? 2 * room : 8;
            hearts = realloc(hearts, room * sizeof *hearts);
        }
        h = &hearts[count++];
        memset(h, 0, sizeof *h);
        strcpy(h->name, name);
    }
    if (number > h->number || number == 1) {
        h->number = number;
        alarm((unsigned)limit);
        h->missing = 0;
        if (h->said) {
            h->said = 0;
            printf("BACK %s\n", name);
            fflush(stdout);
        }
    }
}

static void look_around(void)
{
    for (size_t i = 0; i < count; i++)
        if (!hearts[i].said) {
            hearts[i].missing = hearts[i].said = 1;
            printf("MISSING %s\n", hearts[i].name);
            fflush(stdout);
        }
}

int main(int argc, char **argv)
{
    struct sockaddr_in own, from;
    socklen_t length;
    struct sigaction action;
    char in[1500], out[50000], name[40], after;
    int sock, number;
    ssize_t n;

    if (argc != 3) {
        fprintf(stderr, "usage: %s PORT SECONDS\n", argv[0]);
        return 1;
    }
    limit = atof(argv[2]);
    sock = socket(AF_INET, SOCK_DGRAM, 0);
    memset(&own, 0, sizeof own);
    own.sin_family = AF_INET;
    own.sin_addr.s_addr = htonl(INADDR_ANY);
    own.sin_port = htons((unsigned short)atoi(argv[1]));
    if (bind(sock, (struct sockaddr *)&own, sizeof own) != 0) {
        perror("bind");
        return 1;
    }
    memset(&action, 0, sizeof action);
    action.sa_handler = tick;
    sigaction(SIGALRM, &action, NULL);

    for (;;) {
        if (ticked) {
            ticked = 0;
            look_around();
        }
        length = sizeof from;
        n = recvfrom(sock, in, sizeof in - 1, 0, (struct sockaddr *)&from, &length);
        if (n < 0) {
            if (errno == EINTR)
                continue;
            perror("recvfrom");
            return 1;
        }
        in[n] = 0;
        in[strcspn(in, "\r\n")] = 0;
        out[0] = 0;
        if (sscanf(in, "ALIVE %39s %d%c", name, &number, &after) == 2) {
            beat(name, number);
        } else if (sscanf(in, "ASK %39s%c", name, &after) == 1) {
            struct heart *h = find(name);
            snprintf(out, sizeof out, "%s %s", h == NULL ? "UNKNOWN" : is_missing(h) ? "MISSING" : "ALIVE", name);
        } else if (strcmp(in, "WHO") == 0) {
            char *end = out;
            qsort(hearts, count, sizeof *hearts, compare);
            for (size_t i = 0; i < count && end < out + sizeof out - 60; i++)
                if (is_missing(&hearts[i]))
                    end += sprintf(end, " %s", hearts[i].name);
            if (end == out) {
                strcpy(out, "ALL ALIVE");
            } else {
                memmove(out + 7, out, strlen(out) + 1);
                memcpy(out, "MISSING", 7);
            }
        } else if (sscanf(in, "BYE %39s%c", name, &after) == 1) {
            struct heart *h = find(name);
            if (h != NULL)
                *h = hearts[--count];
        }
        if (out[0])
            sendto(sock, out, strlen(out), 0, (struct sockaddr *)&from, length);
    }
}
