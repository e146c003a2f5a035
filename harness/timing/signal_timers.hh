// Timers of the program that end in a signal: alarm(), setitimer(ITIMER_REAL), timer_settime().
//
// The kernel would make them go off by its own clock. So it never hears of them: we keep them, answer what
// they are asked, and send the signal when the program's clock has come to it. Timers of processor time, and
// those whose signal can't be found out, are left to the kernel.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "system/event_loop.hh"
#include "system/fd.hh"

struct seccomp_notif;
struct seccomp_notif_resp;

namespace sockgrade::timing {

// What a timer of timer_create() does when it goes off (man 2 timer_create).
struct Notification {
    int signal = 0;           // 0: nothing
    std::uint64_t value = 0;  // that comes with the signal
    pid_t thread = 0;         // who gets it; 0: the process
    int clock = 0;

    bool operator==(const Notification&) const = default;
};

// From /proc/PID/timers (man 5 proc_pid_timers); nothing for one that is not in it.
std::optional<Notification> parse_notification(std::string_view timers, int id);

class SignalTimers {
  public:
    using Moment = system::Clock::time_point;

    // `now`: by the program's clock, which is `ahead`. Fills in the response to a call that sets or reads a
    // timer; false leaves it to the kernel.
    bool answer(const seccomp_notif& request, seccomp_notif_resp& response, Moment now,
                std::chrono::nanoseconds ahead);

    // When the next one goes off.
    std::optional<Moment> next() const;
    // Sends the signals of those whose moment has come.
    void go_off(Moment now);

  private:
    struct Timer {
        system::Fd process;
        pid_t number = 0;  // of the process
        int id = 0;
        Notification notification;
        std::optional<Moment> ends;
        std::chrono::nanoseconds interval{0};
    };
    using Key = std::pair<pid_t, int>;

    struct Remaining {
        std::chrono::nanoseconds value;
        std::chrono::nanoseconds interval;
    };
    Remaining remaining(const Key& key, Moment now) const;
    bool set(const Key& key, const Notification& notification, std::chrono::nanoseconds value,
             std::chrono::nanoseconds interval, Moment now);
    bool set_alarm(const seccomp_notif& request, seccomp_notif_resp& response, Moment now);
    bool set_interval(const seccomp_notif& request, Moment now);
    bool set_created(const seccomp_notif& request, Moment now, std::chrono::nanoseconds ahead);
    static bool send(const Timer& timer);

    std::map<Key, Timer> timers_;
};

}  // namespace sockgrade::timing
