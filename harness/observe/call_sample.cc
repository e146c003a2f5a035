#include "observe/call_sample.hh"

#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <utility>

#include "observe/cut_off_call.hh"
#include "system/brief_wait.hh"
#include "system/event_loop.hh"

namespace sockgrade::observe {

namespace {

constexpr std::size_t kEnough = 24;  // questions in a row to which the answer was no

// Ask for something that somebody else would have to do.
constexpr std::array kQuestions = {SYS_read,   SYS_readv,    SYS_recvfrom,    SYS_recvmsg,      SYS_recvmmsg,
                                   SYS_accept, SYS_accept4,  SYS_connect,     SYS_sendto,       SYS_sendmsg,
                                   SYS_ppoll,  SYS_pselect6, SYS_epoll_pwait, SYS_epoll_pwait2,
#ifdef SYS_poll
                                   SYS_poll,   SYS_select,   SYS_epoll_wait,
#endif
                                   SYS_bind,   SYS_listen};

// Readiness is no result yet: what is ready is asked for next.
constexpr std::array kOnlyLook = {SYS_ppoll, SYS_pselect6, SYS_epoll_pwait, SYS_epoll_pwait2,
#ifdef SYS_poll
                                  SYS_poll,  SYS_select,   SYS_epoll_wait,
#endif
                                  SYS_bind,  SYS_listen};

// Go between questions, whatever they return: sockets that come and go, the clock, other threads of the
// same program, memory.
constexpr std::array kBetween = {SYS_socket,
                                 SYS_close,
                                 SYS_shutdown,
                                 SYS_setsockopt,
                                 SYS_getsockopt,
                                 SYS_getsockname,
                                 SYS_getpeername,
                                 SYS_fcntl,
                                 SYS_ioctl,
                                 SYS_epoll_ctl,
                                 SYS_futex,
                                 SYS_sched_yield,
                                 SYS_nanosleep,
                                 SYS_clock_nanosleep,
                                 SYS_clock_gettime,
                                 SYS_gettimeofday,
                                 SYS_getpid,
                                 SYS_gettid,
                                 SYS_rt_sigprocmask,
                                 SYS_rt_sigreturn,
                                 SYS_tgkill,
                                 SYS_restart_syscall,
                                 SYS_brk,
                                 SYS_mmap,
                                 SYS_munmap,
                                 SYS_madvise};

template <class List>
bool has(const List& list, long number) {
    return std::find(list.begin(), list.end(), number) != list.end();
}

}  // namespace

CallSample::Came CallSample::what_came(long number, const std::array<std::uint64_t, 6>& arguments,
                                       long result) {
    if (has(kBetween, number)) return Came::neither;
    const bool prints = (number == SYS_write || number == SYS_writev) && arguments[0] <= 2;
    if (prints) return Came::neither;  // what it says meanwhile
    if (!has(kQuestions, number)) return Came::to_something;
    const bool got =
        number == SYS_accept || number == SYS_accept4 || number == SYS_connect ? result >= 0 : result > 0;
    return got && !has(kOnlyLook, number) ? Came::to_something : Came::to_nothing;
}

bool CallSample::goes_round() const { return !got_something_ && asked_in_vain_ >= kEnough; }

#if defined(__x86_64__)

CallSample::CallSample(pid_t thread) : thread_(thread) {
    is_over_ = ::ptrace(PTRACE_SEIZE, thread_, nullptr,
                        reinterpret_cast<void*>(static_cast<std::intptr_t>(PTRACE_O_TRACESYSGOOD))) < 0;
    if (!is_over_) ::ptrace(PTRACE_INTERRUPT, thread_, nullptr, nullptr);
}

// What is still held when its program is about to be ended could not be ended: the end of a thread that is
// traced is first told to us. A thread that can't be stopped waits for a child of its own (vfork), and can be
// ended.
CallSample::~CallSample() {
    constexpr std::chrono::milliseconds kToStop{50};
    constexpr std::chrono::seconds kToEnd{1};
    give_up();
    const auto now = system::Clock::now();
    const system::BriefWait wait;
    while (!is_complete() && system::Clock::now() < now + kToStop) wait.a_moment();
    if (!is_over_) ::kill(thread_, SIGKILL);
    while (!is_complete() && system::Clock::now() < now + kToEnd) wait.a_moment();
}

bool CallSample::is_complete() {
    while (!is_over_) {
        int status = 0;
        const pid_t told = ::waitpid(thread_, &status, __WALL | WNOHANG);
        if (told < 0 && errno == EINTR) continue;
        if (told == 0) return false;
        if (told != thread_ || !WIFSTOPPED(status))
            is_over_ = true;  // it is gone
        else
            stopped(status);
    }
    return true;
}

void CallSample::give_up() {
    if (std::exchange(gives_up_, true) || is_over_) return;
    ::ptrace(PTRACE_INTERRUPT, thread_, nullptr, nullptr);
}

void CallSample::stopped(int status) {
    const int signal = WSTOPSIG(status);
    if (signal == (SIGTRAP | 0x80)) return at_system_call();
    if (status >> 16 != PTRACE_EVENT_STOP) return gives_up_ ? let_go(signal) : go_on(signal);
    go_back_into_call(thread_);
    if (signal == SIGTRAP && !gives_up_) return go_on(0);
    let_go(0);
}

void CallSample::at_system_call() {
    __ptrace_syscall_info info{};
    if (::ptrace(PTRACE_GET_SYSCALL_INFO, thread_, sizeof(info), &info) <= 0) return let_go(0);
    if (info.op == PTRACE_SYSCALL_INFO_ENTRY) {
        number_ = static_cast<long>(info.entry.nr);
        std::copy(std::begin(info.entry.args), std::end(info.entry.args), arguments_.begin());
        is_in_call_ = true;
        return gives_up_ ? let_go(0) : go_on(0);
    }
    const auto result = static_cast<long>(info.exit.rval);
    const bool is_known = std::exchange(is_in_call_, false);
    // Interrupted by us, and this stop has taken the place of the one that was asked for.
    const bool is_left = result == -EINTR || (result <= -512 && result >= -516);
    if (gives_up_) go_back_into_call(thread_);
    if (is_known && !is_left) {
        const Came came = what_came(number_, arguments_, result);
        got_something_ = got_something_ || came == Came::to_something;
        if (came == Came::to_nothing) ++asked_in_vain_;
    }
    if (gives_up_ || got_something_ || goes_round()) return let_go(0);
    go_on(0);
}

// Fails when it was killed while it was stopped: its end comes, as in DeadTracees.
void CallSample::go_on(int signal) {
    ::ptrace(PTRACE_SYSCALL, thread_, nullptr, reinterpret_cast<void*>(static_cast<std::intptr_t>(signal)));
}

void CallSample::let_go(int signal) {
    is_over_ = ::ptrace(PTRACE_DETACH, thread_, nullptr,
                        reinterpret_cast<void*>(static_cast<std::intptr_t>(signal))) == 0;
}

#else

CallSample::CallSample(pid_t thread) : thread_(thread), is_over_(true) {}
CallSample::~CallSample() = default;
bool CallSample::is_complete() { return true; }
void CallSample::give_up() {}

#endif

}  // namespace sockgrade::observe
