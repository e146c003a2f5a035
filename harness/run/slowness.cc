#include "run/slowness.hh"

#include <time.h>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <string>

#include "names/digests.hh"

namespace sockgrade::run {

namespace {

constexpr std::size_t kBytes = 400'000;
constexpr double kUsual = 0.6;          // milliseconds
constexpr double kWorthCounting = 1.5;  // so that nothing differs from one usual machine to the next
constexpr double kMost = 40;

double processor_time_ms() {
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

}  // namespace

double slowness_from(double took_ms) {
    const double times = took_ms / kUsual;
    return times < kWorthCounting ? 1 : std::min(times, kMost);
}

// A digest that no processor has an instruction for: additions and rotations, one after the other. The
// library that computes it is the same however this program was compiled.
double slowness() {
    constexpr int kTries = 3;
    const std::string bytes(kBytes, 'x');
    double least = std::numeric_limits<double>::max();
    for (int i = 0; i < kTries; ++i) {
        const double began = processor_time_ms();
        names::digest("MD5", bytes);
        least = std::min(least, processor_time_ms() - began);
    }
    return slowness_from(least);
}

}  // namespace sockgrade::run
