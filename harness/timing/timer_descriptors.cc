#include "timing/timer_descriptors.hh"

#include <fmt/format.h>
#include <linux/seccomp.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <string>
#include <string_view>

#include "observe/process_of.hh"
#include "observe/program_memory.hh"
#include "system/pidfd.hh"
#include "timing/clock_code.hh"
#include "timing/time_values.hh"

namespace sockgrade::timing {

using std::chrono::nanoseconds;

namespace {

constexpr std::size_t kMostDescriptors = 1000;
constexpr unsigned long kSetTicks = _IOW('T', 0, std::uint64_t);  // TFD_IOC_SET_TICKS of <linux/timerfd.h>

bool is_timer(pid_t process, int descriptor) {
    std::array<char, 64> text{};
    const std::string entry = fmt::format("/proc/{}/fd/{}", process, descriptor);
    return ::readlink(entry.c_str(), text.data(), text.size() - 1) > 0 &&
           std::string_view(text.data()) == "anon_inode:[timerfd]";
}

// From /proc/PROCESS/fdinfo (man 5 proc_pid_fdinfo).
struct Facts {
    std::optional<int> clock;
    unsigned long long ticks = 0;  // how often it has gone off since it was read
};

Facts facts_of(pid_t process, int descriptor) {
    std::ifstream file(fmt::format("/proc/{}/fdinfo/{}", process, descriptor));
    Facts facts;
    int clock = 0;
    for (std::string line; std::getline(file, line);) {
        if (std::sscanf(line.c_str(), "clockid: %d", &clock) == 1) facts.clock = clock;
        std::sscanf(line.c_str(), "ticks: %llu", &facts.ticks);
    }
    return facts;
}

}  // namespace

bool TimerDescriptors::answer(const seccomp_notif& request, seccomp_notif_resp& response, nanoseconds ahead) {
    if (request.data.nr != SYS_timerfd_settime) return false;
    const auto thread = static_cast<pid_t>(request.pid);
    const pid_t process = observe::process_of(thread);
    const auto descriptor = static_cast<int>(request.data.args[0]);
    itimerspec wanted{};
    if (!observe::read_memory(thread, request.data.args[2], &wanted, sizeof(wanted))) return false;
    const auto value = length_of(wanted.it_value);
    if (!value.has_value() || !length_of(wanted.it_interval).has_value()) return false;
    const auto clock = facts_of(process, descriptor).clock;
    if (!clock.has_value() || !is_timer(process, descriptor) || timers_.size() >= kMostDescriptors)
        return false;
    system::Fd timer = system::take_descriptor(process, descriptor);
    if (!timer.valid()) return false;
    if ((request.data.args[1] & TFD_TIMER_ABSTIME) != 0 && value->count() != 0)
        wanted.it_value = to_timespec(std::max(*value - (reading(*clock) + ahead), nanoseconds(1)));
    itimerspec before{};
    if (::timerfd_settime(timer.get(), 0, &wanted, &before) < 0) {
        response.error = -errno;
        return true;
    }
    if (request.data.args[3] != 0)
        observe::write_memory(thread, request.data.args[3], &before, sizeof(before));
    timers_.insert_or_assign({process, descriptor}, std::move(timer));
    return true;
}

std::optional<nanoseconds> TimerDescriptors::next() {
    std::optional<nanoseconds> earliest;
    for (auto next = timers_.begin(); next != timers_.end();) {
        const auto here = next++;
        if (!is_timer(here->first.first, here->first.second)) {
            timers_.erase(here);
            continue;
        }
        itimerspec left{};
        if (::timerfd_gettime(here->second.get(), &left) < 0) continue;
        const auto length = length_of(left.it_value);
        if (length.has_value() && length->count() > 0)
            earliest = std::min(earliest.value_or(*length), *length);
    }
    return earliest;
}

void TimerDescriptors::jump(nanoseconds by) {
    for (const auto& [key, timer] : timers_) {
        itimerspec left{};
        if (::timerfd_gettime(timer.get(), &left) < 0) continue;
        const auto length = length_of(left.it_value);
        if (!length.has_value() || length->count() == 0) continue;
        left.it_value = to_timespec(std::max(*length - by, nanoseconds(1)));
        const std::uint64_t ticks = facts_of(::getpid(), timer.get()).ticks;
        ::timerfd_settime(timer.get(), 0, &left, nullptr);
        if (ticks > 0) ::ioctl(timer.get(), kSetTicks, &ticks);  // setting it forgets them
    }
}

}  // namespace sockgrade::timing
