// A thread that is taken out of the call in which it waits, as if its time had come (man 2 ptrace).
#pragma once

#include <sys/types.h>

#include <array>
#include <cstdint>
#include <optional>

#include "observe/blocked_call.hh"
#include "observe/dead_tracees.hh"

namespace sockgrade::timing {

// Can the wait be ended by us? Not every call tells in its result alone that its time is over.
bool can_be_ended(const observe::BlockedCall& call);

// Stopped from construction until its owner lets it go. It has not noticed anything then, whatever call it is
// in by now: it waits on, or anew where the kernel has no way back into the call, or none that can be seen.
class StoppedThread {
  public:
    // `thread`: by our number. If it dies meanwhile, `dead` gets it, which outlives this.
    StoppedThread(pid_t thread, const observe::BlockedCall& call, observe::DeadTracees& dead);
    StoppedThread(const StoppedThread&) = delete;
    StoppedThread& operator=(const StoppedThread&) = delete;
    StoppedThread(StoppedThread&& other) noexcept;
    StoppedThread& operator=(StoppedThread&&) = delete;
    ~StoppedThread();

    // False: it may not be stopped by us.
    bool succeeded() const { return succeeded_; }
    // It lives, and has not stopped in ten seconds: its wait can't be ended now.
    bool is_late() const { return is_late_; }
    // The call ends with what it returns when its time is over. Not if it was over before, with a result, or
    // the thread is in another one by now.
    void end_wait();

  private:
    void stop();
    void let_go();
    void clear_what_it_returns() const;

    std::optional<int> await_stop();

    pid_t thread_;
    observe::DeadTracees* dead_;
    long number_;
    std::array<std::uint64_t, 6> arguments_;
    std::uint64_t stack_;
    bool succeeded_ = false;
    bool is_late_ = false;
    bool is_stopped_ = false;
    bool is_in_call_ = false;
    bool needs_new_call_ = false;  // the kernel would let it return, or hide which call it goes on with
    int signal_ = 0;               // that it was stopped by, and has still to get
};

}  // namespace sockgrade::timing
