#ifndef RELIABLE_H
#define RELIABLE_H

#include <netinet/in.h>

struct link {
    int sock;
    struct sockaddr_in to;
    unsigned next;
};

int open_link(struct link *link, const char *host, int port);
/* 0 when it was acknowledged, -1 when nobody answers. */
int send_line(struct link *link, const char *line);

#endif
