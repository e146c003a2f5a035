#include "system/command_child.hh"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <string>
#include <utility>

#include "system/system_error.hh"

namespace sockgrade::system {

namespace {

// Above 2, so that dup2 onto 0, 1 and 2 in the child cannot overwrite it if ours were closed.
Fd above_standard(Fd fd) {
    if (fd.get() > STDERR_FILENO) return fd;
    return Fd(check_call("duplicate a descriptor", ::fcntl(fd.get(), F_DUPFD_CLOEXEC, STDERR_FILENO + 1)));
}

// Between fork and exec no handler of ours may run in the child.
class SignalsBlocked {
  public:
    SignalsBlocked() {
        sigset_t all;
        ::sigfillset(&all);
        ::pthread_sigmask(SIG_SETMASK, &all, &before_);
    }
    SignalsBlocked(const SignalsBlocked&) = delete;
    SignalsBlocked& operator=(const SignalsBlocked&) = delete;
    ~SignalsBlocked() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

  private:
    sigset_t before_{};
};

// Ignored signals and the mask outlive exec(3), and ours are not the command's business.
void reset_signals() {
    struct sigaction usual {};
    usual.sa_handler = SIG_DFL;
    for (int number = 1; number < NSIG; ++number) ::sigaction(number, &usual, nullptr);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

bool limit(int resource, std::uint64_t value) {
    rlimit now{};
    if (::getrlimit(static_cast<__rlimit_resource>(resource), &now) < 0) return false;
    const rlim_t most = std::min(static_cast<rlim_t>(value), now.rlim_max);
    const rlimit wanted{most, most};
    return ::setrlimit(static_cast<__rlimit_resource>(resource), &wanted) == 0;
}

bool apply(const CommandLimits& limits) {
    if (!limit(RLIMIT_CORE, 0)) return false;
    if (limits.file_size != kNoLimit && !limit(RLIMIT_FSIZE, limits.file_size)) return false;
    if (limits.data != kNoLimit && !limit(RLIMIT_DATA, limits.data)) return false;
    return limits.cpu_seconds == kNoLimit || limit(RLIMIT_CPU, limits.cpu_seconds);
}

bool prepare_child(const Launch& launch) {
    // A session of its own: nothing in it can ask for a password on our terminal.
    if (::setsid() < 0) return false;
    if (::prctl(PR_SET_PDEATHSIG, SIGKILL) < 0) return false;
    if (::getppid() != launch.parent) return false;  // we ended before the line above
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0) return false;
    if (!apply(launch.limits)) return false;
    if (launch.folder != nullptr && ::chdir(launch.folder) < 0) return false;
    if (::dup2(launch.input.get(), STDIN_FILENO) < 0) return false;
    if (::dup2(launch.output.write_end.get(), STDOUT_FILENO) < 0) return false;
    if (::dup2(launch.output.write_end.get(), STDERR_FILENO) < 0) return false;
    reset_signals();
    // Not closed at once: the pipe for errno must last until exec.
    return ::close_range(STDERR_FILENO + 1, ~0U, CLOSE_RANGE_CLOEXEC) == 0;
}

[[noreturn]] void run_child(const Launch& launch) {
    if (prepare_child(launch)) {
        ::execve(launch.file.c_str(), launch.argv.data(), launch.environment.data());
    }
    const int error = errno;
    [[maybe_unused]] const ssize_t written = ::write(launch.failure.write_end.get(), &error, sizeof error);
    ::_exit(127);
}

// The kernel lets process 1 end only when nothing is left in its namespace, and its parent sees its end only
// then. False when there is none (yet, or any more).
bool kill_first_child(pid_t parent) {
    const std::string number = std::to_string(parent);
    std::ifstream children("/proc/" + number + "/task/" + number + "/children");
    pid_t child = 0;
    return children >> child && child > 0 && ::kill(child, SIGKILL) == 0;
}

}  // namespace

Pipe make_pipe() {
    std::array<int, 2> ends{};
    check_call("make a pipe", ::pipe2(ends.data(), O_CLOEXEC));
    Fd read_end(ends[0]);
    Fd write_end(ends[1]);
    return {above_standard(std::move(read_end)), above_standard(std::move(write_end))};
}

Fd open_null() {
    return above_standard(Fd(check_call("open /dev/null", ::open("/dev/null", O_RDONLY | O_CLOEXEC))));
}

std::vector<char*> pointers(const std::vector<std::string>& texts) {
    std::vector<char*> result;
    result.reserve(texts.size() + 1);
    for (const std::string& text : texts)
        result.push_back(const_cast<char*>(text.c_str()));  // execve(2) reads only
    result.push_back(nullptr);
    return result;
}

Child::Child(const Launch& launch) : keeps_a_namespace_(launch.keeps_a_namespace) {
    const SignalsBlocked blocked;
    pid_ = check_call("fork", ::fork());
    if (pid_ == 0) run_child(launch);
    // By number: <sys/pidfd.h> of glibc 2.36 forgets extern "C".
    pidfd_.reset(static_cast<int>(::syscall(SYS_pidfd_open, pid_, 0)));
    if (pidfd_.valid()) return;
    const int error = errno;
    end();
    throw SystemError("open a pidfd", error);
}

void Child::kill() const {
    if (keeps_a_namespace_ && kill_first_child(pid_)) return;
    // The child is not waited for yet, so its number cannot have passed to anybody else.
    ::kill(-pid_, SIGKILL);
    ::kill(pid_, SIGKILL);  // it may not have made its session yet
}

CommandEnd Child::wait() {
    siginfo_t info{};
    while (::waitid(P_PID, static_cast<id_t>(pid_), &info, WEXITED) < 0) {
        if (errno != EINTR) throw SystemError("wait for a command", errno);
    }
    pid_ = 0;
    if (info.si_code == CLD_EXITED) return Exited{info.si_status};
    return Signaled{info.si_status};
}

void Child::end() noexcept {
    if (pid_ == 0) return;
    kill();
    while (::waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
    }
    pid_ = 0;
}

}  // namespace sockgrade::system
