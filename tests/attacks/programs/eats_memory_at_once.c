// attack: takes 2 GiB of memory by one call, before anybody can look
// exercise: tcp-capitalize-server
// verdict: failed
// contained: A B C D E
// load: heavy
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

int main(void) {
    printf("tried\n");
    fflush(stdout);
    mmap(NULL, 2UL << 30, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
    for (;;) pause();
}
