#include "timing/time_values.hh"

namespace sockgrade::timing {

using std::chrono::microseconds;
using std::chrono::nanoseconds;
using std::chrono::seconds;

namespace {

constexpr std::int64_t kNanos = 1'000'000'000;
constexpr std::int64_t kMicros = 1'000'000;
constexpr std::int64_t kMostSeconds = 4'000'000'000;  // a date of this century and the next

}  // namespace

std::optional<nanoseconds> length_of(const timespec& time) {
    if (time.tv_sec < 0 || time.tv_sec > kMostSeconds || time.tv_nsec < 0 || time.tv_nsec >= kNanos)
        return std::nullopt;
    return seconds(time.tv_sec) + nanoseconds(time.tv_nsec);
}

std::optional<nanoseconds> length_of(const timeval& time) {
    if (time.tv_sec < 0 || time.tv_sec > kMostSeconds || time.tv_usec < 0 || time.tv_usec >= kMicros)
        return std::nullopt;
    return seconds(time.tv_sec) + microseconds(time.tv_usec);
}

timespec to_timespec(nanoseconds time) { return {time.count() / kNanos, time.count() % kNanos}; }

timeval to_timeval(nanoseconds time) {
    const std::int64_t micros = std::chrono::ceil<microseconds>(time).count();
    return {micros / kMicros, micros % kMicros};
}

nanoseconds reading(clockid_t clock) {
    timespec time{};
    ::clock_gettime(clock, &time);
    return seconds(time.tv_sec) + nanoseconds(time.tv_nsec);
}

}  // namespace sockgrade::timing
