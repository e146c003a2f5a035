#include "timing/stopped_thread.hh"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

#include "observe/program_memory.hh"

namespace sockgrade::timing {
namespace {

using observe::BlockedCall;

constexpr int kWoke = 7;

bool sleeps() {
    const timespec length{100'000, 0};
    return ::clock_nanosleep(CLOCK_MONOTONIC, 0, &length, nullptr) == 0;
}

// The kernel never goes back into epoll_wait() by itself (man 7 signal).
bool waits_for_nothing() {
    epoll_event event{};
    return ::epoll_wait(::epoll_create1(0), &event, 1, 100'000'000) == 0;
}

// A child that sleeps for longer than any test may take, and then says that it woke up.
class Sleeping {
  public:
    explicit Sleeping(bool (&how)() = sleeps) : process_(::fork()) {
        if (process_ != 0) return;
        ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
        ::_exit(how() ? kWoke : 1);
    }
    Sleeping(const Sleeping&) = delete;
    Sleeping& operator=(const Sleeping&) = delete;
    ~Sleeping() {
        if (has_ended_) return;
        ::kill(process_, SIGKILL);
        ::waitpid(process_, nullptr, 0);
    }
    pid_t process() const { return process_; }

    // Waits until it sleeps, or has ended: then nothing.
    std::optional<BlockedCall> call() {
        for (;;) {
            if (::waitpid(process_, &status_, WNOHANG) == process_) has_ended_ = true;
            if (has_ended_) return std::nullopt;
            std::ifstream file("/proc/" + std::to_string(process_) + "/syscall");
            const std::string line{std::istreambuf_iterator<char>(file), {}};
            const auto read = [this](std::uint64_t from, void* to, std::size_t size) {
                return observe::read_memory(process_, from, to, size);
            };
            const auto found = observe::parse_blocked_call(line, read, {});
            if (found.wait == BlockedCall::Wait::timed) return found;
            ::poll(nullptr, 0, 1);
        }
    }
    int exit_status() {
        while (call().has_value()) ::poll(nullptr, 0, 1);
        return WIFEXITED(status_) ? WEXITSTATUS(status_) : -1;
    }

  private:
    pid_t process_;
    bool has_ended_ = false;
    int status_ = 0;
};

TEST(StoppedThread, ItsTimeIsOver) {
    observe::DeadTracees dead;
    Sleeping sleeping;
    const auto call = sleeping.call();
    ASSERT_TRUE(call.has_value());
    EXPECT_NE(call->stack, 0U);
    {
        StoppedThread stopped(sleeping.process(), *call, dead);
        ASSERT_TRUE(stopped.succeeded());
        stopped.end_wait();
    }
    EXPECT_EQ(sleeping.exit_status(), kWoke);
}

// It is seen in the same call then: restart_syscall() would not tell for how long it waits.
void expect_it_waits_on(Sleeping& sleeping, const BlockedCall& before) {
    const auto now = sleeping.call();
    ASSERT_TRUE(now.has_value());
    EXPECT_EQ(now->number, before.number);
    EXPECT_EQ(now->length, before.length);
}

TEST(StoppedThread, NothingHappensToOneThatIsLetGo) {
    observe::DeadTracees dead;
    for (auto* how : {&sleeps, &waits_for_nothing}) {
        Sleeping sleeping(*how);
        const auto call = sleeping.call();
        ASSERT_TRUE(call.has_value());
        { const StoppedThread stopped(sleeping.process(), *call, dead); }
        expect_it_waits_on(sleeping, *call);
    }
}

// The thread has gone on since the look, and waits in another call: it must not see an interruption.
TEST(StoppedThread, NothingHappensToOneThatIsInAnotherCallByNow) {
    observe::DeadTracees dead;
    for (auto* how : {&sleeps, &waits_for_nothing}) {
        Sleeping sleeping(*how);
        const auto call = sleeping.call();
        ASSERT_TRUE(call.has_value());
        BlockedCall earlier = *call;
        earlier.number = SYS_futex;
        {
            StoppedThread stopped(sleeping.process(), earlier, dead);
            stopped.end_wait();
        }
        expect_it_waits_on(sleeping, *call);
    }
}

// It was seen in one call, and stopped in the next of that name: the Java virtual machine ends itself when a
// wait without a limit is told that its time is over.
TEST(StoppedThread, AnotherCallThanTheOneThatWasSeenIsNotEnded) {
    observe::DeadTracees dead;
    for (const bool other_stack : {false, true}) {
        Sleeping sleeping;
        auto call = sleeping.call();
        ASSERT_TRUE(call.has_value());
        (other_stack ? call->stack : call->arguments[2]) += 16;
        {
            StoppedThread stopped(sleeping.process(), *call, dead);
            ASSERT_TRUE(stopped.succeeded());
            stopped.end_wait();
        }
        EXPECT_TRUE(sleeping.call().has_value());
    }
}

// Its parent, which is not its tracer, learns of its end all the same.
TEST(StoppedThread, TheEndOfOneThatIsKilledMeanwhileIsTold) {
    std::array<int, 2> numbers{};
    ASSERT_EQ(::pipe2(numbers.data(), O_CLOEXEC), 0);
    const pid_t parent = ::fork();
    if (parent == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
        const pid_t sleeping = ::fork();
        if (sleeping == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
            ::_exit(sleeps() ? kWoke : 1);
        }
        ::_exit(::write(numbers[1], &sleeping, sizeof(sleeping)) == sizeof(sleeping) &&
                        ::waitpid(sleeping, nullptr, 0) == sleeping
                    ? 0
                    : 1);
    }
    pid_t sleeping = -1;
    ASSERT_EQ(::read(numbers[0], &sleeping, sizeof(sleeping)), ssize_t{sizeof(sleeping)});
    observe::DeadTracees dead;
    {
        const StoppedThread stopped(sleeping, {}, dead);
        ASSERT_TRUE(stopped.succeeded());
        ::kill(sleeping, SIGKILL);
    }
    int status = -1;
    while (::waitpid(parent, &status, WNOHANG) == 0) dead.take_ends();
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << status;
    for (const int number : numbers) ::close(number);
}

}  // namespace
}  // namespace sockgrade::timing
