// Does a thread that never rests get anywhere?
//
// Theory. A thread that is busy may be working on its answer, or go round: it asks a socket at its end, or
// one that has nothing, again and again. Its system calls tell them apart (man 2 ptrace): who only ever asks,
// and is told no each time, goes round, and nothing comes of that by itself. Who makes no calls, or others,
// may be doing something. A sample is a few dozen calls, and the thread is not kept from anything for longer
// than it takes to note them.
#pragma once

#include <sys/types.h>

#include <array>
#include <cstddef>
#include <cstdint>

namespace sockgrade::observe {

class CallSample {
  public:
    // Of a thread that runs; by our number.
    explicit CallSample(pid_t thread);
    CallSample(const CallSample&) = delete;
    CallSample& operator=(const CallSample&) = delete;
    ~CallSample();  // ends the thread's process if it can't be let go

    // Takes what can be had without waiting. True when the sample is complete and the thread is let go.
    bool is_complete();
    // It is to come to its end, with what it has: the thread makes no calls, or waits in one. Where it can't
    // be stopped at once, is_complete() lets it go later.
    void give_up();

    pid_t thread() const { return thread_; }
    bool goes_round() const;

    // What a call came to.
    enum class Came { to_something, to_nothing, neither };
    static Came what_came(long number, const std::array<std::uint64_t, 6>& arguments, long result);

  private:
    void stopped(int status);
    void at_system_call();
    void go_on(int signal);
    void let_go(int signal);

    pid_t thread_;
    bool is_over_ = false;
    bool gives_up_ = false;
    bool is_in_call_ = false;
    long number_ = -1;
    std::array<std::uint64_t, 6> arguments_{};
    std::size_t asked_in_vain_ = 0;
    bool got_something_ = false;
};

}  // namespace sockgrade::observe
