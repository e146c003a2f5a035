#include "system/brief_wait.hh"

#include <poll.h>
#include <sched.h>

#include <chrono>
#include <ctime>

namespace sockgrade::system {

void BriefWait::a_moment() const {
    constexpr std::chrono::microseconds kAtOnce{300};
    constexpr timespec kPause{0, 200'000};
    if (Clock::now() < began_ + kAtOnce)
        ::sched_yield();
    else
        ::ppoll(nullptr, 0, &kPause, nullptr);
}

}  // namespace sockgrade::system
