#include "observe/cut_off_call.hh"

#include <sys/ptrace.h>

#include <cerrno>

namespace sockgrade::observe {

#if defined(__x86_64__)

bool is_cut_off(const user_regs_struct& registers) {
    constexpr long kRestartBlock = 516;  // ERESTART_RESTARTBLOCK of linux/errno.h, which only the kernel sees
    const auto result = static_cast<long>(registers.rax);
    return static_cast<long>(registers.orig_rax) >= 0 && (result == -EINTR || result == -kRestartBlock);
}

void make_call_again(user_regs_struct& registers) {
    constexpr int kLengthOfSyscall = 2;  // the instruction, 0f 05
    registers.rax = registers.orig_rax;
    registers.orig_rax = ~0ULL;
    registers.rip -= kLengthOfSyscall;
}

void go_back_into_call(pid_t thread) {
    user_regs_struct registers{};
    if (::ptrace(PTRACE_GETREGS, thread, nullptr, &registers) < 0 || !is_cut_off(registers)) return;
    make_call_again(registers);
    ::ptrace(PTRACE_SETREGS, thread, nullptr, &registers);
}

#endif

}  // namespace sockgrade::observe
