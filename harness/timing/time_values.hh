// Times as system calls have them.
#pragma once

#include <sys/time.h>
#include <time.h>

#include <chrono>
#include <optional>

namespace sockgrade::timing {

// Nothing: the kernel would refuse it (EINVAL), or nobody waits for so long.
std::optional<std::chrono::nanoseconds> length_of(const timespec& time);
std::optional<std::chrono::nanoseconds> length_of(const timeval& time);

timespec to_timespec(std::chrono::nanoseconds time);
timeval to_timeval(std::chrono::nanoseconds time);  // rounded up: not zero unless it is

// What a clock of the system shows.
std::chrono::nanoseconds reading(clockid_t clock);

}  // namespace sockgrade::timing
