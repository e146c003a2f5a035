// attack: makes system calls by the numbers of other kinds of programs, which a filter may not know
// exercise: tcp-capitalize-server
// verdict: failed
// cause: exited-early
// contained: A B C D E
#include <stdio.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static long as_32_bits(long number, long first, long second) {
    long result;
    __asm__ volatile("int $0x80" : "=a"(result) : "a"(number), "b"(first), "c"(second) : "memory");
    return result;
}

int main(void) {
    for (int i = 0; i < 4; ++i) {
        const pid_t child = fork();
        if (child == 0) {
            if (i == 0) as_32_bits(20, 0, 0);           // getpid
            if (i == 1) as_32_bits(102, 1, 0);          // socketcall
            if (i == 2) syscall(0x40000000 | 39);       // getpid, x32
            if (i == 3) syscall(0x40000000 | 41, 2, 1, 0);  // socket, x32
            _exit(0);
        }
        int status = 0;
        waitpid(child, &status, 0);
        if (WIFEXITED(status)) printf("gained: call %d\n", i);
    }
    puts("tried");
    return 0;
}
