#include "sandbox/reader_process.hh"

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <exception>
#include <fstream>
#include <vector>

#include "system/seccomp_program.hh"
#include "system/system_error.hh"

namespace sockgrade::sandbox {

using system::check_call;
using system::Fd;

namespace {

constexpr int kInput = 3;
constexpr int kOutput = 4;

// Made by the parent, since the child should have as little to do as possible. Calls about memory;
// reading and writing, with nothing open to read and write but what it was handed. None that waits.
const std::vector<sock_filter>& reading_filter() {
    static const std::vector<sock_filter> filter = [] {
        system::SeccompProgram program(SCMP_ACT_ERRNO(EPERM));
        for (const int call : {SCMP_SYS(read),
                               SCMP_SYS(pread64),
                               SCMP_SYS(lseek),
                               SCMP_SYS(write),
                               SCMP_SYS(close),
                               SCMP_SYS(fstat),
                               SCMP_SYS(mmap),
                               SCMP_SYS(munmap),
                               SCMP_SYS(mremap),
                               SCMP_SYS(mprotect),
                               SCMP_SYS(brk),
                               SCMP_SYS(madvise),
                               SCMP_SYS(sched_yield),
                               SCMP_SYS(getrandom),
                               SCMP_SYS(clock_gettime),
                               SCMP_SYS(gettimeofday),
                               SCMP_SYS(time),
                               SCMP_SYS(getpid),
                               SCMP_SYS(gettid),
                               SCMP_SYS(rt_sigreturn),
                               SCMP_SYS(rt_sigaction),
                               SCMP_SYS(sigaltstack),
                               SCMP_SYS(rt_sigprocmask),
                               SCMP_SYS(newfstatat),
                               SCMP_SYS(exit),
                               SCMP_SYS(exit_group)})
            program.add(SCMP_ACT_ALLOW, call);
        return program.instructions();
    }();
    return filter;
}

std::uint64_t data_of_this_process() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmData:"))
            return std::strtoull(line.c_str() + std::strlen("VmData:"), nullptr, 10) << 10;
    return 0;
}

void limit(__rlimit_resource resource, std::uint64_t value) {
    rlimit limits{};
    ::getrlimit(resource, &limits);
    limits.rlim_max = std::min<rlim_t>(limits.rlim_max, value);
    limits.rlim_cur = limits.rlim_max;
    ::setrlimit(resource, &limits);
}

// Nothing but what it was handed, at numbers out of each other's way.
void keep_only(int input, int output) {
    const int far_input = ::fcntl(input, F_DUPFD_CLOEXEC, 64);
    const int far_output = ::fcntl(output, F_DUPFD_CLOEXEC, 64);
    if (::dup2(far_input, kInput) < 0 || ::dup2(far_output, kOutput) < 0) ::_exit(1);
    ::syscall(SYS_close_range, static_cast<unsigned>(kOutput + 1), ~0U, 0U);
    for (int standard = 0; standard < kInput; ++standard) ::close(standard);
}

void confine(const ReaderLimits& limits, const std::vector<sock_filter>& filter) {
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_CPU, limits.cpu_seconds);
    limit(RLIMIT_DATA, data_of_this_process() + limits.memory);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    const sock_fprog program{static_cast<unsigned short>(filter.size()),
                             const_cast<sock_filter*>(filter.data())};
    ::syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program);
}

}  // namespace

ReaderProcess::ReaderProcess(int input, const ReaderLimits& limits, const std::function<void()>& prepare,
                             const Work& work) {
    const std::vector<sock_filter>& filter = reading_filter();
    std::array<int, 2> pipe{};
    check_call("pipe2", ::pipe2(pipe.data(), O_CLOEXEC));
    output_.reset(pipe[0]);
    const Fd write_end(pipe[1]);
    process_ = check_call("fork", ::fork());
    if (process_ != 0) return;
    ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    for (const int number : {SIGXCPU, SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGPIPE})
        ::signal(number, SIG_DFL);
    prepare();
    keep_only(input, write_end.get());
    confine(limits, filter);
    try {
        work(kInput, kOutput);
    } catch (const std::exception&) {
        ::_exit(1);
    }
    ::_exit(0);
}

ReaderProcess::~ReaderProcess() {
    if (process_ <= 0) return;
    ::kill(process_, SIGKILL);
    while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
    }
}

bool ReaderProcess::read(void* to, std::size_t size) {
    for (std::size_t at = 0; at < size;) {
        const ssize_t count = ::read(output_.get(), static_cast<char*>(to) + at, size - at);
        if (count < 0 && errno == EINTR) continue;
        check_call("read from the reader of an archive", count);
        if (count == 0) return false;
        at += static_cast<std::size_t>(count);
    }
    return true;
}

std::optional<std::string> ReaderProcess::complaint() {
    output_.reset();  // it must not wait for us
    int status = 0;
    pid_t ended = 0;
    while ((ended = ::waitpid(process_, &status, 0)) < 0 && errno == EINTR) {
    }
    process_ = -1;
    if (ended < 0) return "what reads it is gone";
    if (WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL))
        return "what reads it comes to no end";
    if (WIFSIGNALED(status)) return fmt::format("what reads it crashes ({})", ::strsignal(WTERMSIG(status)));
    if (WEXITSTATUS(status) != 0) return "what reads it finds too little memory";
    return std::nullopt;
}

}  // namespace sockgrade::sandbox
