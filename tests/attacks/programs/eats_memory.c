// attack: takes memory without end, up to 4 GiB
// exercise: tcp-capitalize-server
// verdict: failed
// contained: A B C D E
// load: heavy
// places: A B
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
    puts("tried");
    fflush(stdout);
    for (int i = 0; i < 64; ++i) {
        char* block = malloc(64 << 20);
        if (block == NULL) return 1;
        memset(block, 1, 64 << 20);
    }
    return 0;
}
