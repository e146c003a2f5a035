// How long a program is given that does not come to rest.
#pragma once

#include <time.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <map>

#include "run/looks.hh"
#include "system/event_loop.hh"

namespace sockgrade::run {

// Processor time that the program has used since the first look after a start, and that it was kept from.
// Threads and children that ended count together, as one thread: each may live for a moment only, and another
// take its place. What our own process uses while the program does not wait it uses for the program, whose
// socket calls it answers.
class ProcessorMeter {
  public:
    using nanoseconds = std::chrono::nanoseconds;

    void look_at(const Looks& look) {
        const std::uint64_t own = own_time();
        if (started_ && !look.nobody_runs()) for_it_ += own - own_before_;
        own_before_ = own;
        std::uint64_t used = for_it_;
        std::uint64_t busiest = 0;
        std::uint64_t longest_delay = 0;
        look.for_each_thread([&](const Looks::Thread& key, const observe::ThreadLook& thread) {
            // A thread that is new has used all that it has used since then.
            const auto [from, is_new] =
                from_.try_emplace(key, started_ ? From{} : From{thread.run_time, thread.run_delay});
            const std::uint64_t run = thread.run_time - std::min(thread.run_time, from->second.run_time);
            used += run;
            busiest = std::max(busiest, run);
            longest_delay = std::max(longest_delay,
                                     thread.run_delay - std::min(thread.run_delay, from->second.run_delay));
        });
        if (!started_) tree_before_ = look.tree_time();
        started_ = true;
        const std::uint64_t tree = look.tree_time() - std::min(look.tree_time(), tree_before_) + for_it_;
        ended_ = std::max(ended_, tree - std::min(tree, used));
        used_ = nanoseconds(std::max(used, tree));
        busiest_ = nanoseconds(std::max(busiest, ended_) + for_it_);
        delay_ = nanoseconds(longest_delay);
    }
    nanoseconds used() const { return used_; }
    nanoseconds used_by_busiest() const { return busiest_; }  // thread
    // What threads take from each other is not taken from the program.
    nanoseconds starved() const { return std::max(delay_ - used_, nanoseconds::zero()); }

  private:
    struct From {
        std::uint64_t run_time = 0;
        std::uint64_t run_delay = 0;
    };
    static std::uint64_t own_time() {
        timespec time{};
        ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
        return static_cast<std::uint64_t>(time.tv_sec) * 1'000'000'000 +
               static_cast<std::uint64_t>(time.tv_nsec);
    }

    bool started_ = false;
    std::uint64_t own_before_ = 0;
    std::uint64_t for_it_ = 0;
    std::uint64_t tree_before_ = 0;
    std::uint64_t ended_ = 0;
    std::map<Looks::Thread, From> from_;
    nanoseconds used_{0};
    nanoseconds busiest_{0};
    nanoseconds delay_{0};
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

    // `wants_to_run`: it would go on if it got a processor. How long it has waited for one the system tells
    // only when it has got one.
    bool reached(Clock::time_point now, const ProcessorMeter& meter, bool wants_to_run) {
        if (now < end_) return false;
        const nanoseconds more = meter.starved() - allowed_;
        const bool is_kept_waiting = wants_to_run && meter.used() == used_;
        used_ = meter.used();
        if (now >= last_ || (!is_kept_waiting && more < kHardlyStarved)) return true;
        allowed_ = meter.starved();
        end_ = now + std::max<nanoseconds>(more, kHardlyStarved);
        return false;
    }

  private:
    static constexpr std::chrono::milliseconds kHardlyStarved{100};  // less time than this is not given back

    Clock::time_point end_;
    Clock::time_point last_;
    nanoseconds allowed_{0};  // of the time that it starved
    nanoseconds used_{-1};    // when it was last asked
};

}  // namespace sockgrade::run
