#include "timing/signal_timers.hh"

#include <fmt/format.h>
#include <linux/seccomp.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

#include "observe/process_of.hh"
#include "observe/program_memory.hh"
#include "system/pidfd.hh"
#include "system/system_error.hh"
#include "timing/clock_code.hh"
#include "timing/time_values.hh"

namespace sockgrade::timing {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;
using std::chrono::seconds;

namespace {

constexpr int kIntervalTimer = -1;  // each process has one (ITIMER_REAL), which alarm() sets too
constexpr std::size_t kMostTimers = 10'000;

pid_t process_asking(const seccomp_notif& request) {
    return observe::process_of(static_cast<pid_t>(request.pid));
}

template <typename T>
bool get(const seccomp_notif& request, std::size_t argument, T& value) {
    const std::uint64_t from = request.data.args[argument];
    return observe::read_memory(static_cast<pid_t>(request.pid), from, &value, sizeof(value));
}

// A null pointer asks for nothing.
template <typename T>
bool put_if_asked(const seccomp_notif& request, std::size_t argument, const T& value) {
    const std::uint64_t to = request.data.args[argument];
    return to == 0 || observe::write_memory(static_cast<pid_t>(request.pid), to, &value, sizeof(value));
}

std::optional<Notification> notification_of(pid_t process, int id) {
    std::ifstream file(fmt::format("/proc/{}/timers", process));
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    return parse_notification(text, id);
}

}  // namespace

std::optional<Notification> parse_notification(std::string_view timers, int id) {
    std::istringstream lines{std::string(timers)};
    bool is_it = false;
    Notification found;
    for (std::string line; std::getline(lines, line);) {
        int number = 0;
        unsigned long long value = 0;
        char kind[16] = "";
        char whom[8] = "";
        if (std::sscanf(line.c_str(), "ID: %d", &number) == 1)
            is_it = number == id;
        else if (!is_it)
            continue;
        else if (std::sscanf(line.c_str(), "signal: %d/%llx", &number, &value) == 2)
            found = {number, value, 0, 0};
        else if (std::sscanf(line.c_str(), "notify: %15[a-z]/%7[a-z].%d", kind, whom, &number) == 3) {
            if (std::string_view(whom) == "tid") found.thread = number;
            if (std::string_view(kind) == "none") found.signal = 0;
        } else if (std::sscanf(line.c_str(), "ClockID: %d", &found.clock) == 1)
            return found;
    }
    return std::nullopt;
}

bool SignalTimers::answer(const seccomp_notif& request, seccomp_notif_resp& response, Moment now,
                          nanoseconds ahead) {
    switch (request.data.nr) {
#ifdef SYS_alarm
        case SYS_alarm:
            return set_alarm(request, response, now);
#endif
        case SYS_setitimer:
            return set_interval(request, now);
        case SYS_getitimer: {
            if (request.data.args[0] != ITIMER_REAL) return false;
            const Remaining left = remaining({process_asking(request), kIntervalTimer}, now);
            return put_if_asked(request, 1, itimerval{to_timeval(left.interval), to_timeval(left.value)});
        }
        case SYS_timer_settime:
            return set_created(request, now, ahead);
        case SYS_timer_gettime: {
            const Key key{process_asking(request), static_cast<int>(request.data.args[0])};
            if (timers_.find(key) == timers_.end()) return false;
            const Remaining left = remaining(key, now);
            return put_if_asked(request, 1, itimerspec{to_timespec(left.interval), to_timespec(left.value)});
        }
        default:
            return false;
    }
}

bool SignalTimers::set_alarm(const seccomp_notif& request, seccomp_notif_resp& response, Moment now) {
    const Key key{process_asking(request), kIntervalTimer};
    const nanoseconds left = remaining(key, now).value;
    const seconds value(static_cast<std::uint32_t>(request.data.args[0]));
    if (!set(key, {SIGALRM}, value, nanoseconds::zero(), now)) return false;
    // As the kernel rounds: zero would say that none was set.
    const auto rounded = std::chrono::floor<seconds>(left + milliseconds(500));
    response.val = left.count() == 0 ? 0 : std::max<std::int64_t>(rounded.count(), 1);
    return true;
}

bool SignalTimers::set_interval(const seccomp_notif& request, Moment now) {
    if (request.data.args[0] != ITIMER_REAL) return false;
    itimerval wanted{};
    if (request.data.args[1] != 0 && !get(request, 1, wanted)) return false;
    const auto value = length_of(wanted.it_value);
    const auto interval = length_of(wanted.it_interval);
    if (!value.has_value() || !interval.has_value()) return false;
    const Key key{process_asking(request), kIntervalTimer};
    const Remaining left = remaining(key, now);
    if (!set(key, {SIGALRM}, *value, *interval, now)) return false;
    put_if_asked(request, 2, itimerval{to_timeval(left.interval), to_timeval(left.value)});
    return true;
}

bool SignalTimers::set_created(const seccomp_notif& request, Moment now, nanoseconds ahead) {
    itimerspec wanted{};
    if (!get(request, 2, wanted)) return false;
    auto value = length_of(wanted.it_value);
    const auto interval = length_of(wanted.it_interval);
    if (!value.has_value() || !interval.has_value()) return false;
    const Key key{process_asking(request), static_cast<int>(request.data.args[0])};
    const auto notification = notification_of(key.first, key.second);
    if (!notification.has_value() || !follows_time(notification->clock)) return false;
    if ((request.data.args[1] & TIMER_ABSTIME) != 0 && value->count() != 0)
        value = std::max(*value - (reading(notification->clock) + ahead), nanoseconds(1));
    const Remaining left = remaining(key, now);
    if (!set(key, *notification, *value, *interval, now)) return false;
    put_if_asked(request, 3, itimerspec{to_timespec(left.interval), to_timespec(left.value)});
    return true;
}

SignalTimers::Remaining SignalTimers::remaining(const Key& key, Moment now) const {
    const auto found = timers_.find(key);
    if (found == timers_.end() || !found->second.ends.has_value()) return {};
    return {std::max(*found->second.ends - now, nanoseconds(1)), found->second.interval};
}

bool SignalTimers::set(const Key& key, const Notification& notification, nanoseconds value,
                       nanoseconds interval, Moment now) {
    auto found = timers_.find(key);
    if (found == timers_.end()) {
        if (timers_.size() >= kMostTimers) return false;
        try {
            Timer timer{system::open_process(key.first), key.first, key.second, {}, {}, {}};
            found = timers_.emplace(key, std::move(timer)).first;
        } catch (const system::SystemError&) {
            return false;  // it is gone
        }
    }
    Timer& timer = found->second;
    timer.notification = notification;
    timer.interval = interval;
    timer.ends = value.count() == 0 ? std::nullopt : std::optional(now + value);
    return true;
}

std::optional<SignalTimers::Moment> SignalTimers::next() const {
    std::optional<Moment> earliest;
    for (const auto& [key, timer] : timers_)
        if (timer.ends.has_value()) earliest = std::min(earliest.value_or(*timer.ends), *timer.ends);
    return earliest;
}

void SignalTimers::go_off(Moment now) {
    for (auto next = timers_.begin(); next != timers_.end();) {
        const auto here = next++;
        Timer& timer = here->second;
        if (!timer.ends.has_value() || *timer.ends > now) continue;
        if (!send(timer)) {
            timers_.erase(here);
            continue;
        }
        // Those that were missed are one signal, as with the kernel's.
        const auto missed = timer.interval.count() == 0 ? 0 : (now - *timer.ends) / timer.interval;
        if (timer.interval.count() == 0)
            timer.ends.reset();
        else
            *timer.ends += (missed + 1) * timer.interval;
    }
}

// False: the process or its timer is gone.
bool SignalTimers::send(const Timer& timer) {
    siginfo_t info{};
    info.si_signo = timer.notification.signal;
    if (timer.id == kIntervalTimer)
        return ::syscall(SYS_pidfd_send_signal, timer.process.get(), info.si_signo, nullptr, 0) == 0;
    if (!notification_of(timer.number, timer.id).has_value()) return false;
    if (info.si_signo == 0) return true;
    info.si_code = SI_TIMER;
    info.si_timerid = timer.id;
    info.si_value.sival_ptr = reinterpret_cast<void*>(timer.notification.value);
    const pid_t thread = timer.notification.thread;
    if (thread == 0)
        return ::syscall(SYS_pidfd_send_signal, timer.process.get(), info.si_signo, &info, 0) == 0;
    return ::syscall(SYS_rt_tgsigqueueinfo, timer.number, thread, info.si_signo, &info) == 0;
}

}  // namespace sockgrade::timing
