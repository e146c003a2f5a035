#include "udp.h"

#include <stdio.h>

int main(int argc, char **argv)
{
    if (argc != 4) {
        printf("usage: %s HOST PORT MESSAGE\n", argv[0]);
        return 2;
    }
    return udp_send(argv[1], argv[2], argv[3]) == 0 ? 0 : 1;
}
