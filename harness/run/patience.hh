// How long a program is given that does not come to rest.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>

#include "run/looks.hh"
#include "system/event_loop.hh"

namespace sockgrade::run {

// Processor time that the program has used, and that it has waited for while others had it, since the first
// look after a start. Threads that ended take theirs with them.
class ProcessorMeter {
  public:
    using nanoseconds = std::chrono::nanoseconds;

    void look_at(const Looks& look) {
        if (!started_ || look.run_time() < used_from_) used_from_ = look.run_time();
        if (!started_ || look.run_delay() < starved_from_) starved_from_ = look.run_delay();
        started_ = true;
        used_ = nanoseconds(look.run_time() - used_from_);
        starved_ = nanoseconds(look.run_delay() - starved_from_);
    }
    nanoseconds used() const { return used_; }
    nanoseconds starved() const { return starved_; }

  private:
    bool started_ = false;
    std::uint64_t used_from_ = 0;
    std::uint64_t starved_from_ = 0;
    nanoseconds used_{0};
    nanoseconds starved_{0};
};

// How long a program is waited for that neither rests nor gets anywhere. Time in which others had the
// processor is not the program's: it gets as much again, within reason.
class Backstop {
  public:
    using Clock = system::Clock;
    using nanoseconds = std::chrono::nanoseconds;

    Backstop(Clock::time_point now, nanoseconds patience, nanoseconds most)
        : end_(now + patience), last_(now + std::max(patience, most)) {}

    Clock::time_point end() const { return end_; }

    // `wants_to_run`: it would go on if it got a processor.
    bool reached(Clock::time_point now, const ProcessorMeter& meter, bool wants_to_run) {
        if (now < end_) return false;
        const nanoseconds more = meter.starved() - allowed_;
        if (now >= last_ || (!wants_to_run && more < kHardlyStarved)) return true;
        allowed_ = meter.starved();
        end_ = now + std::max<nanoseconds>(more, kHardlyStarved);
        return false;
    }

  private:
    static constexpr std::chrono::milliseconds kHardlyStarved{100};  // less time than this is not given back

    Clock::time_point end_;
    Clock::time_point last_;
    nanoseconds allowed_{0};  // of the time that it starved
};

}  // namespace sockgrade::run
