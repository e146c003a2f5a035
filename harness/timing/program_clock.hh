// The program's clock: the real one, and ahead of it by as much as was jumped over.
//
// Theory. Time goes on as it does outside, as long as anybody works. When every thread of the program waits,
// nothing is under way to it and the harness has nothing to do, all that can happen next is that some time
// limit is over: of the program's waits, or of the harness's. Then the clock of both jumps to the earliest of
// them, and the thread whose limit that is comes out of its call as if it had waited. What happens is the
// same as without, in the same order, and a minute of time-outs costs milliseconds. Since time also moves by
// itself, a program that only looks at the clock until some moment gets there too: nothing can get stuck that
// would not without jumps.
//
// A program reads the clock in the vDSO, without the kernel. When a process sets its thread pointer, which
// each does once before it reads any clock, seccomp stops it for us, and we write other functions over those
// (clock_code.hh), which make the system call and add how far the clock is ahead: a number beside them, which
// we write into every process at a jump, at once: threads that never wait read the old one or the new.
// Readings by the bare system call are answered here. Waits are the kernel's own. One that is over by the
// program's clock is ended by stopping the thread for a moment (stopped_thread.hh); that goes too for those
// that began before a jump, and for moments of a clock that is ahead (wait_book.hh).
//
// Not moved are: clocks of processor time; the dates of files; the counter of the processor (rdtsc); times(),
// sysinfo() and /proc/uptime. Timers go off by the program's clock (signal_timers.hh, timer_descriptors.hh).
// Where one could not be taken over, and while a thread waits in a call whose limit is not known or that
// can't be ended, nothing jumps, and the case runs in real time.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "observe/dead_tracees.hh"
#include "observe/program_watch.hh"
#include "system/event_loop.hh"
#include "system/fd.hh"
#include "system/seccomp_program.hh"
#include "timing/signal_timers.hh"
#include "timing/stopped_thread.hh"
#include "timing/timer_descriptors.hh"
#include "timing/wait_book.hh"

struct seccomp_notif;
struct seccomp_notif_resp;

namespace sockgrade::timing {

// The calls that answer() has to be asked for.
void add_clock_calls(system::SeccompProgram& program);

class ProgramClock {
  public:
    using Moment = system::Clock::time_point;

    // `ahead`: of the real one, from the beginning.
    explicit ProgramClock(std::chrono::microseconds ahead = {});
    ProgramClock(const ProgramClock&) = delete;
    ProgramClock& operator=(const ProgramClock&) = delete;

    Moment now() const { return system::Clock::now() + ahead_; }
    std::chrono::microseconds ahead() const { return ahead_; }

    // From now on time does not jump, and why, in words that follow "since".
    void run_in_real_time(const std::string& reason);
    // The same for something that goes by another clock than this: if it has jumped it should not have.
    void does_not_hold(const std::string& reason);
    // Empty: it may jump.
    const std::string& why_real_time() const { return why_real_time_; }
    bool should_not_have_jumped() const { return should_not_have_jumped_; }

    // Fills in the response to a call that was stopped; false leaves it to the kernel.
    bool answer(const seccomp_notif& request, seccomp_notif_resp& response);

    // Every look at the program is to be told.
    void seen(const observe::Look& look);
    // When the next wait of the program ends, or its next timer, by its clock.
    std::optional<Moment> next() const;
    std::optional<Moment> next_timer() const { return next_timer_; }
    // Readable when a timer's moment may have come; then ring() is to be called.
    int bell() const { return bell_.get(); }
    void ring();
    // Ends what is over by the program's clock and not by the kernel's. True when there was something.
    bool end_overdue(observe::ProgramWatch& watch);

    // The last look has shown that every thread waits, and for what.
    bool can_jump() const { return why_real_time_.empty() && !waits_.has_unknown(); }
    // A program that takes part in a jump, with the last look at it.
    struct Jumper {
        ProgramClock& clock;
        observe::Look look;
        observe::ProgramWatch& watch;
    };
    // All clocks go on by as much at once, with all that is due then. They were equal. False: that did not
    // work, and nothing has changed.
    static bool jump(const std::vector<Jumper>& all, std::chrono::microseconds by);

  private:
    struct Place {
        system::Fd memory;
        std::uint64_t address;
    };
    struct Leap {
        std::vector<Place> clocks;
        std::vector<StoppedThread> stopped;
    };
    std::optional<Leap> prepare(const Jumper& one, Moment moment);
    void set_bell();

    std::chrono::microseconds ahead_{0};
    observe::DeadTracees dead_;
    WaitBook waits_;
    SignalTimers signals_;
    TimerDescriptors descriptors_;
    std::optional<Moment> next_timer_;  // as of the last look, or the last call that set one
    system::Fd bell_;                   // by our clock
    std::string why_real_time_;
    bool should_not_have_jumped_ = false;
};

}  // namespace sockgrade::timing
