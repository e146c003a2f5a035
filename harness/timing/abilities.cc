#include "timing/abilities.hh"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <string>

#include "observe/blocked_call.hh"
#include "observe/program_memory.hh"
#include "system/fd.hh"
#include "system/pidfd.hh"
#include "system/system_error.hh"
#include "timing/clock_code.hh"
#include "timing/stopped_thread.hh"

namespace sockgrade::timing {

using system::Fd;
using system::Trial;

namespace {

constexpr std::chrono::seconds kLongSleep{1000};
constexpr int kSlept = 7;  // the child's exit status when its clock says so

// Empty as long as it can't be read: a child can't be looked into before it has become who it is to be.
std::string blocked_call_of(pid_t process) {
    const Fd file(::open(fmt::format("/proc/{}/syscall", process).c_str(), O_RDONLY | O_CLOEXEC));
    std::array<char, 512> text{};
    const ssize_t size = file.valid() ? ::read(file.get(), text.data(), text.size()) : -1;
    return size > 0 ? std::string(text.data(), static_cast<std::size_t>(size)) : "";
}

class Sleeper {
  public:
    explicit Sleeper(const std::function<void()>& become) {
        process_ = system::check_call("fork", ::fork());
        if (process_ != 0) {
            handle_ = system::open_process(process_);
            return;
        }
        ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
        become();
        timespec before{};
        timespec after{};
        const timespec length{kLongSleep.count(), 0};
        ::clock_gettime(CLOCK_MONOTONIC, &before);
        const int slept = ::nanosleep(&length, nullptr);
        ::clock_gettime(CLOCK_MONOTONIC, &after);
        ::_exit(slept == 0 && after.tv_sec - before.tv_sec >= kLongSleep.count() ? kSlept : 1);
    }
    Sleeper(const Sleeper&) = delete;
    Sleeper& operator=(const Sleeper&) = delete;
    ~Sleeper() {
        if (!handle_.valid()) return;
        system::send_signal(handle_, SIGKILL);
        system::wait_for_end(handle_);
    }
    pid_t process() const { return process_; }

    // Waits until it sleeps; nothing when that can't be seen.
    std::optional<observe::BlockedCall> call() const {
        constexpr int kLooks = 1000;
        for (int i = 0; i < kLooks; ++i) {
            const std::string line = blocked_call_of(process_);
            const auto read = [this](std::uint64_t from, void* to, std::size_t size) {
                return observe::read_memory(process_, from, to, size);
            };
            auto call = observe::parse_blocked_call(line, read, {});
            if (call.wait == observe::BlockedCall::Wait::timed) return call;
            ::poll(nullptr, 0, 1);
        }
        return std::nullopt;
    }

    int exit_status() {
        siginfo_t info{};
        while (::waitid(P_PIDFD, static_cast<id_t>(handle_.get()), &info, WEXITED) < 0 && errno == EINTR) {
        }
        handle_.reset();
        return info.si_code == CLD_EXITED ? info.si_status : -1;
    }

  private:
    pid_t process_ = -1;
    Fd handle_;
};

}  // namespace

Trial try_moving_time(const std::function<void()>& become) {
    return system::attempt([&]() -> Trial {
        Sleeper sleeper(become);
        const auto call = sleeper.call();
        if (!call.has_value()) return {"that a program sleeps is not seen", 0};
        const Fd memory(::open(fmt::format("/proc/{}/mem", sleeper.process()).c_str(), O_RDWR | O_CLOEXEC));
        const Fd auxiliary(
            ::open(fmt::format("/proc/{}/auxv", sleeper.process()).c_str(), O_RDONLY | O_CLOEXEC));
        if (!memory.valid() || !auxiliary.valid()) return {"a program's memory can't be written to", errno};
        if (!replace_clock(memory, auxiliary, kLongSleep))
            return {"the functions that read the clock (vDSO) can't be replaced", 0};
        {
            observe::DeadTracees dead;
            StoppedThread thread(sleeper.process(), *call, dead);
            if (!thread.succeeded()) return {"ptrace is refused", errno};
            thread.end_wait();
        }
        if (sleeper.exit_status() == kSlept) return {};
        return {"a program did not see its time pass", 0};
    });
}

}  // namespace sockgrade::timing
