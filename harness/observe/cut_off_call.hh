// The system call that a thread was in when we stopped it (man 2 ptrace, man 7 signal).
//
// Theory. A stop takes a waiting thread out of its call. The kernel makes most calls again by itself when the
// thread goes on. From some it returns with EINTR, though there was no signal, which no program expects that
// has no handlers. Others go on as restart_syscall(), which tells nobody what is waited for and how long: no
// clock could jump from then on. Those two kinds we make again ourselves.
#pragma once

#include <sys/types.h>
#include <sys/user.h>

namespace sockgrade::observe {

#if defined(__x86_64__)

// Was the thread cut off from a call that we have to make again? Its registers while it is stopped.
bool is_cut_off(const user_regs_struct& registers);

// The registers with which it makes the call again when it goes on.
void make_call_again(user_regs_struct& registers);

// Both, for a thread that is stopped by us.
void go_back_into_call(pid_t thread);

#endif

}  // namespace sockgrade::observe
