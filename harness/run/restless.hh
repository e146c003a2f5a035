// A program that never comes to rest: when its clock may go on all the same.
//
// Theory. A clock jumps where everybody waits (waiting.hh). A program that spins never waits: a thread that
// calls recv() on a connection at its end again and again is the most common mistake of all, and whatever
// else the program does is right. Waiting such programs out takes as long as their limits. But a thread that
// runs could have been off the processor just as well, for any time, and nobody could tell. So time may pass
// for it between any two looks, a little at a time, such that one who watches the clock himself (`while
// time.time() < end`) is late by a tenth at most.
//
// Time must not pass for somebody who is at work on what he owes. Where nothing is due from the program (it
// is to keep silent, or to stay alive) it is given a moment of processor time, in which what it was about to
// do comes about, and then time passes. Where something is due, time passes only when it is seen that the
// program goes round: each of its threads that run asks again and again for what others would have to do, and
// nothing has come of two dozen questions (observe/call_sample.hh). Who is busy otherwise may be computing,
// and has all the processor time that there is for a wait. Between two steps the program has to have run: on
// a machine that has no time for it, no time passes.
//
// Programs that look again every millisecond neither rest nor run. Their sleeps are too short to be jumped
// over one by one, and some count them to know how late it is. They get seconds before time passes faster,
// unless nothing is due.
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "observe/call_sample.hh"
#include "run/looks.hh"
#include "run/patience.hh"
#include "system/event_loop.hh"

namespace sockgrade::run {

// What a wait has to do with time.
enum class Due {
    something,  // from the program
    steadily,   // the same, and again and again: those that count short sleeps keep their pace
    nothing
};

class Restless {
  public:
    using Clock = system::Clock;

    // `now`: by the program's clock. All that was known is forgotten.
    void begin(Clock::time_point now);
    // Something has come about that nobody owes: how long there was nothing begins anew.
    void something_came() { silent_since_ = Clock::now(); }

    // The wait is over: nobody is looked at any more.
    void finish();

    // Every look is to be told, also those that end in nothing.
    void look_at(const Looks& look);

    // By how much time may pass, as far as the program goes. Zero: not now.
    std::chrono::microseconds step(Clock::time_point now, Due due, const Looks& look);
    void has_stepped() { at_last_step_ = {meter_.used(), Clock::now()}; }

    // A thread is being looked at: what a look sees of it does not count.
    bool is_sampling();
    // Time is passing in steps.
    bool is_moving() const { return is_moving_; }
    // It owes something, and each of its threads that run was seen to ask in vain since `begin`.
    bool goes_round() const { return all_go_round_; }

  private:
    struct Point {
        std::chrono::nanoseconds used{0};
        Clock::time_point at{};
    };
    bool is_proven(const Looks& look);
    void begin_samples(const Looks& look);
    void next_sample();

    Clock::time_point began_{};         // by the program's clock
    Clock::time_point silent_since_{};  // by ours
    Point at_last_step_{};
    ProcessorMeter meter_{};
    bool is_moving_ = false;

    std::map<Looks::Thread, std::uint64_t> run_before_{};
    std::vector<pid_t> to_sample_{};
    std::unique_ptr<observe::CallSample> sample_{};
    bool sample_counts_ = false;  // for this wait
    Clock::time_point sample_ends_{};
    std::chrono::nanoseconds sample_again_{0};  // when it has used as much
    bool all_go_round_ = false;
};

}  // namespace sockgrade::run
