// Timers of the program that are descriptors (man 2 timerfd_create).
//
// They stay the kernel's, by whose clock they go off. We have a duplicate of each, which is the same timer:
// it is set for the program, where moments are turned into what is left until then, and set again to what is
// left of it whenever the program's clock jumps.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <map>
#include <optional>
#include <utility>

#include "system/event_loop.hh"
#include "system/fd.hh"

struct seccomp_notif;
struct seccomp_notif_resp;

namespace sockgrade::timing {

class TimerDescriptors {
  public:
    using Moment = system::Clock::time_point;

    // Fills in the response to a timerfd_settime() of a program whose clock is `ahead`; false leaves it to
    // the kernel.
    bool answer(const seccomp_notif& request, seccomp_notif_resp& response, std::chrono::nanoseconds ahead);

    // How long it takes until the next one goes off. Forgets those that the program has closed.
    std::optional<std::chrono::nanoseconds> next();
    // The program's clock has jumped.
    void jump(std::chrono::nanoseconds by);

  private:
    std::map<std::pair<pid_t, int>, system::Fd> timers_;  // by process and descriptor there
};

}  // namespace sockgrade::timing
