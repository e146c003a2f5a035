#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "reliable.h"

int main(int argc, char *argv[])
{
    struct link link;
    char *line = NULL;
    size_t size = 0;
    ssize_t length;

    if (argc != 4 || open_link(&link, argv[1], atoi(argv[2])) < 0)
        return EXIT_FAILURE;
    FILE *file = fopen(argv[3], "r");
    if (!file)
        return EXIT_FAILURE;
    while ((length = getline(&line, &size, file)) > 0) {
        if (line[length - 1] == '\n')
            line[length - 1] = '\0';
        if (send_line(&link, line) < 0) {
            fputs("receiver does not answer\n", stderr);
            return EXIT_FAILURE;
        }
    }
    free(line);
    return EXIT_SUCCESS;
}
