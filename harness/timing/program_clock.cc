#include "timing/program_clock.hh"

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/seccomp.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <set>
#include <utility>

#include "observe/program_memory.hh"
#include "system/fd.hh"
#include "system/system_error.hh"
#include "timing/clock_code.hh"
#include "timing/stopped_thread.hh"
#include "timing/time_values.hh"

namespace sockgrade::timing {

using std::chrono::microseconds;
using std::chrono::nanoseconds;
using system::Fd;

namespace {

constexpr scmp_datum_t kSetThreadPointer = 0x1002;  // ARCH_SET_FS of <asm/prctl.h>, which not all have

// It has one thread yet, which waits for us.
bool replace_clock_of(pid_t process, microseconds ahead) {
    const Fd memory(::open(fmt::format("/proc/{}/mem", process).c_str(), O_RDWR | O_CLOEXEC));
    const Fd auxiliary(::open(fmt::format("/proc/{}/auxv", process).c_str(), O_RDONLY | O_CLOEXEC));
    return memory.valid() && auxiliary.valid() && replace_clock(memory, auxiliary, ahead);
}

bool put(const seccomp_notif& request, std::size_t argument, const void* value, std::size_t size) {
    const std::uint64_t to = request.data.args[argument];
    return to == 0 || observe::write_memory(static_cast<pid_t>(request.pid), to, value, size);
}

}  // namespace

void add_clock_calls(system::SeccompProgram& program) {
    program.add(SCMP_ACT_NOTIFY, SCMP_SYS(arch_prctl), {SCMP_A0(SCMP_CMP_EQ, kSetThreadPointer)});
    program.add(SCMP_ACT_NOTIFY, SCMP_SYS(clock_gettime), {SCMP_A3(SCMP_CMP_NE, kOwnReading)});
    program.add(SCMP_ACT_NOTIFY, SCMP_SYS(gettimeofday), {SCMP_A3(SCMP_CMP_NE, kOwnReading)});
    program.add(SCMP_ACT_NOTIFY, SCMP_SYS(time));
    program.add(SCMP_ACT_NOTIFY, SCMP_SYS(getitimer), {SCMP_A0(SCMP_CMP_EQ, ITIMER_REAL)});
    program.add(SCMP_ACT_NOTIFY, SCMP_SYS(timer_gettime));
}

ProgramClock::ProgramClock(microseconds ahead)
    : ahead_(ahead),
      bell_(system::check_call("timerfd_create",
                               ::timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK))) {}

void ProgramClock::run_in_real_time(const std::string& reason) {
    if (why_real_time_.empty()) why_real_time_ = reason;
}

void ProgramClock::does_not_hold(const std::string& reason) {
    if (ahead_.count() > 0 && !std::exchange(should_not_have_jumped_, true)) why_real_time_.clear();
    run_in_real_time(reason);
}

bool ProgramClock::answer(const seccomp_notif& request, seccomp_notif_resp& response) {
    switch (request.data.nr) {
#ifdef SYS_arch_prctl
        case SYS_arch_prctl:
            if (!replace_clock_of(static_cast<pid_t>(request.pid), ahead_))
                does_not_hold("the program's clock can't be replaced here");
            return false;
#endif
        case SYS_clock_gettime: {
            const auto clock = static_cast<clockid_t>(request.data.args[0]);
            if (!follows_time(clock) || request.data.args[1] == 0) return false;
            const nanoseconds now = reading(clock) + ahead_;
            const timespec time = to_timespec(now);
            return put(request, 1, &time, sizeof(time));
        }
        case SYS_gettimeofday: {
            const nanoseconds now = reading(CLOCK_REALTIME) + ahead_;
            const timeval time{now.count() / 1'000'000'000, now.count() % 1'000'000'000 / 1000};
            const struct timezone zone {};
            return put(request, 0, &time, sizeof(time)) && put(request, 1, &zone, sizeof(zone));
        }
#ifdef SYS_time
        case SYS_time: {
            const time_t time = (reading(CLOCK_REALTIME) + ahead_).count() / 1'000'000'000;
            if (!put(request, 0, &time, sizeof(time))) return false;
            response.val = time;
            return true;
        }
#endif
        default: {
            const bool answered = descriptors_.answer(request, response, ahead_) ||
                                  signals_.answer(request, response, now(), ahead_);
            if (answered) set_bell();
            return answered;
        }
    }
}

void ProgramClock::seen(const observe::Look& look) {
    dead_.take_ends();
    waits_.update(look, now());
    set_bell();
}

std::optional<ProgramClock::Moment> ProgramClock::next() const {
    const auto wait = waits_.next();
    return wait.has_value() && next_timer_.has_value() ? std::min(*wait, *next_timer_)
           : wait.has_value()                          ? wait
                                                       : next_timer_;
}

// A descriptor rings for itself.
void ProgramClock::set_bell() {
    const auto signal = signals_.next();
    const auto descriptor = descriptors_.next();
    if (!signal.has_value() && !descriptor.has_value() && !next_timer_.has_value()) return;
    next_timer_ = signal;
    if (descriptor.has_value()) {
        const Moment moment = now() + *descriptor;
        next_timer_ = std::min(next_timer_.value_or(moment), moment);
    }
    itimerspec time{};
    if (signal.has_value())
        time.it_value = to_timespec(std::max<nanoseconds>(*signal - now(), nanoseconds(1)));
    ::timerfd_settime(bell_.get(), 0, &time, nullptr);
}

void ProgramClock::ring() {
    std::uint64_t times = 0;
    if (::read(bell_.get(), &times, sizeof(times)) < 0) return;
    signals_.go_off(now());
    set_bell();
}

bool ProgramClock::end_overdue(observe::ProgramWatch& watch) {
    if (ahead_.count() == 0) return false;
    bool any = false;
    for (const observe::ThreadLook& thread : waits_.due(now())) {
        const auto number = watch.number_here(thread);
        if (!number.has_value()) continue;
        StoppedThread stopped(*number, thread.call, dead_);
        stopped.end_wait();
        any = true;
    }
    return any;
}

// Finds the clocks of its processes, and stops the threads that are due.
std::optional<ProgramClock::Leap> ProgramClock::prepare(const Jumper& one, Moment moment) {
    Leap leap;
    std::set<pid_t> processes;
    for (const observe::ThreadLook& thread : one.look.threads)
        if (thread.call.wait != observe::BlockedCall::Wait::over) processes.insert(thread.process);
    for (const pid_t process : processes) {
        Fd memory = one.watch.open_file(process, "mem", O_RDWR);
        const std::uint64_t address = replaced_clock(memory, one.watch.open_file(process, "auxv", O_RDONLY));
        if (address == 0) {
            does_not_hold("the clock of one of the program's processes is not ours");
            return std::nullopt;
        }
        leap.clocks.push_back({std::move(memory), address});
    }
    if (processes.empty()) return leap;
    for (const observe::ThreadLook& thread : waits_.due(moment)) {
        const auto number = one.watch.number_here(thread);
        if (!number.has_value()) return std::nullopt;
        leap.stopped.emplace_back(*number, thread.call, dead_);
        if (leap.stopped.back().is_late()) return std::nullopt;
        if (leap.stopped.back().succeeded()) continue;
        run_in_real_time("the program's waits can't be ended here");
        return std::nullopt;
    }
    return leap;
}

// No thread goes on before every clock is right.
bool ProgramClock::jump(const std::vector<Jumper>& all, microseconds by) {
    if (by.count() <= 0) return false;
    std::vector<Leap> leaps;
    for (const Jumper& one : all) {
        auto leap = one.clock.prepare(one, one.clock.now() + by);
        if (!leap.has_value()) return false;
        leaps.push_back(std::move(*leap));
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        ProgramClock& clock = all[i].clock;
        clock.ahead_ += by;
        for (const Place& place : leaps[i].clocks) put_ahead(place.memory, place.address, clock.ahead_);
    }
    for (Leap& leap : leaps) {
        for (StoppedThread& thread : leap.stopped) thread.end_wait();
        leap.stopped.clear();
    }
    for (const Jumper& one : all) {
        one.clock.descriptors_.jump(by);
        one.clock.signals_.go_off(one.clock.now());
        one.clock.set_bell();
    }
    return true;
}

}  // namespace sockgrade::timing
