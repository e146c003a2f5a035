#include "timing/stopped_thread.hh"

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/futex.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/user.h>
#include <sys/wait.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "observe/cut_off_call.hh"
#include "observe/proc_folder.hh"
#include "observe/program_memory.hh"
#include "system/brief_wait.hh"
#include "system/event_loop.hh"

namespace sockgrade::timing {

namespace {

using Arguments = std::array<std::uint64_t, 6>;

// What the call returns when its time is over; nothing: that is not known, or not all that it would do.
std::optional<long> result_in_time(long number, const Arguments& arguments) {
    switch (number) {
#if defined(__x86_64__)
        case SYS_poll:
        case SYS_epoll_wait:
        case SYS_select:
#endif
        case SYS_ppoll:
        case SYS_pselect6:
        case SYS_epoll_pwait:
        case SYS_epoll_pwait2:
        case SYS_nanosleep:
        case SYS_clock_nanosleep:
            return 0;
        case SYS_futex: {
            const auto command = static_cast<int>(arguments[1]) & FUTEX_CMD_MASK;
            if (command == FUTEX_WAIT || command == FUTEX_WAIT_BITSET) return -ETIMEDOUT;
            return std::nullopt;
        }
        case SYS_rt_sigtimedwait:
        case SYS_read:
        case SYS_accept:
        case SYS_accept4:
            return -EAGAIN;
        // With MSG_WAITALL a part may have come already.
        case SYS_recvfrom:
            if ((arguments[3] & MSG_WAITALL) != 0) return std::nullopt;
            return -EAGAIN;
        case SYS_recvmsg:
            if ((arguments[2] & MSG_WAITALL) != 0) return std::nullopt;
            return -EAGAIN;
        default:
            return std::nullopt;
    }
}

}  // namespace

bool can_be_ended(const observe::BlockedCall& call) {
    return result_in_time(call.number, call.arguments).has_value();
}

#if defined(__x86_64__)

namespace {

// The kernel's own error numbers (linux/errno.h): the call was left without a result, and the kernel makes it
// again.
constexpr std::array kMadeAgain = {-512L, -513L, -514L};

void zero(pid_t thread, std::uint64_t address, std::size_t size) {
    const std::vector<std::byte> nothing(size);
    if (address != 0) observe::write_memory(thread, address, nothing.data(), size);
}

}  // namespace

namespace {

// Else its end is under way.
bool lives(pid_t thread) {
    const observe::ProcFolder proc(system::Fd(::open("/proc", O_DIRECTORY | O_RDONLY | O_CLOEXEC)));
    const auto stat = proc.read_once(fmt::format("{}/stat", thread));
    const std::size_t behind_name = stat ? stat->rfind(") ") : std::string::npos;
    if (behind_name == std::string::npos) return false;
    const char state = (*stat)[behind_name + 2];
    return state != 'Z' && state != 'X';
}

}  // namespace

StoppedThread::StoppedThread(pid_t thread, const observe::BlockedCall& call, observe::DeadTracees& dead)
    : thread_(thread), dead_(&dead), number_(call.number), arguments_(call.arguments), stack_(call.stack) {
    stop();
}

StoppedThread::StoppedThread(StoppedThread&& other) noexcept
    : thread_(other.thread_),
      dead_(other.dead_),
      number_(other.number_),
      arguments_(other.arguments_),
      stack_(other.stack_),
      succeeded_(other.succeeded_),
      is_late_(other.is_late_),
      is_stopped_(std::exchange(other.is_stopped_, false)),
      is_in_call_(other.is_in_call_),
      needs_new_call_(other.needs_new_call_),
      signal_(other.signal_) {}

StoppedThread::~StoppedThread() { let_go(); }

// What waitpid() tells of it; nothing: it dies, or does not stop in time. The end of a process' first thread
// is told behind those of all its others, and some of them may be stopped by us, too: so it is not waited for
// without a limit. One that lives may take long on a busy machine; if it were not awaited, the clock would
// jump and its wait would not.
std::optional<int> StoppedThread::await_stop() {
    constexpr std::chrono::milliseconds kToDie{200};
    constexpr std::chrono::seconds kToStop{10};
    const auto end = system::Clock::now() + kToStop;
    const system::BriefWait wait;
    auto next_check = system::Clock::now() + kToDie;
    while (true) {
        int status = 0;
        const pid_t told = ::waitpid(thread_, &status, __WALL | WNOHANG);
        if (told == thread_ && WIFSTOPPED(status)) return status;
        if (told > 0 || (told < 0 && errno != EINTR)) return std::nullopt;
        wait.a_moment();
        if (const auto now = system::Clock::now(); now >= next_check) {
            if (!lives(thread_)) return std::nullopt;
            next_check = now + kToDie;
            is_late_ = now >= end;
            if (is_late_) return std::nullopt;
        }
    }
}

void StoppedThread::stop() {
    if (::ptrace(PTRACE_SEIZE, thread_, nullptr, nullptr) < 0) {
        succeeded_ = errno == ESRCH;  // it is gone: nobody waits any more
        return;
    }
    succeeded_ = true;
    const auto status =
        ::ptrace(PTRACE_INTERRUPT, thread_, nullptr, nullptr) < 0 ? std::nullopt : await_stop();
    if (!status.has_value()) return dead_->add(thread_);
    is_stopped_ = true;
    // A signal that came first: its handler runs when we are gone, and the call is its business.
    if (*status >> 16 != PTRACE_EVENT_STOP) {
        signal_ = WSTOPSIG(*status);
        return;
    }
    user_regs_struct registers{};
    if (::ptrace(PTRACE_GETREGS, thread_, nullptr, &registers) < 0) return;
    const auto result = static_cast<long>(registers.rax);
    needs_new_call_ = observe::is_cut_off(registers);
    const Arguments arguments{registers.rdi, registers.rsi, registers.rdx,
                              registers.r10, registers.r8,  registers.r9};
    is_in_call_ =
        static_cast<long>(registers.orig_rax) == number_ && arguments == arguments_ &&
        (stack_ == 0 || registers.rsp == stack_) &&
        (needs_new_call_ || std::find(kMadeAgain.begin(), kMadeAgain.end(), result) != kMadeAgain.end());
}

// What is there beside the result: no descriptor is ready, and no time is left.
void StoppedThread::clear_what_it_returns() const {
    if (number_ == SYS_select || number_ == SYS_pselect6) {
        constexpr std::size_t kBits = 8 * sizeof(long);
        const std::size_t words = (std::min<std::size_t>(arguments_[0], 1 << 20) + kBits - 1) / kBits;
        for (const std::size_t set : {1, 2, 3}) zero(thread_, arguments_.at(set), words * sizeof(long));
        zero(thread_, arguments_[4], sizeof(timespec));
    } else if (number_ == SYS_ppoll) {
        zero(thread_, arguments_[2], sizeof(timespec));
    }
}

void StoppedThread::end_wait() {
    if (!is_stopped_ || !is_in_call_) return;
    user_regs_struct registers{};
    const auto result = result_in_time(number_, arguments_);
    if (!result.has_value() || ::ptrace(PTRACE_GETREGS, thread_, nullptr, &registers) < 0) return;
    registers.rax = static_cast<unsigned long long>(*result);
    registers.orig_rax = ~0ULL;  // else the kernel would go back into the call
    clear_what_it_returns();
    ::ptrace(PTRACE_SETREGS, thread_, nullptr, &registers);
    is_in_call_ = false;
    needs_new_call_ = false;
}

void StoppedThread::let_go() {
    if (!is_stopped_) return;
    is_stopped_ = false;
    if (needs_new_call_) observe::go_back_into_call(thread_);
    if (::ptrace(PTRACE_DETACH, thread_, nullptr,
                 reinterpret_cast<void*>(static_cast<std::intptr_t>(signal_))) < 0)
        dead_->add(thread_);
}

#else

StoppedThread::StoppedThread(pid_t thread, const observe::BlockedCall& call, observe::DeadTracees& dead)
    : thread_(thread), dead_(&dead), number_(call.number), arguments_(call.arguments) {}
StoppedThread::StoppedThread(StoppedThread&& other) noexcept = default;
StoppedThread::~StoppedThread() = default;
void StoppedThread::end_wait() {}

#endif

}  // namespace sockgrade::timing
