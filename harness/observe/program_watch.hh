// Is there anything that the program can still do by itself?
//
// Theory. A thread that is blocked in a call without a time limit goes on only when somebody wakes it:
// another thread, or we. Two looks at all threads, each finding all of them blocked, with no processor time
// used in between, prove that at the moment between the looks all were blocked at once; then only we could
// have gone on. Timers are respected: a thread that sleeps for a second is not quiet, one that sleeps for
// longer than the harness would ever wait is. Housekeeping threads of the Java virtual machine wait with time
// limits that mean nothing for the program: while they sleep they count as waiting for ever. (While they run,
// the program may be waiting for them.) The thread that looks after a Go program sleeps for some milliseconds
// at a time: it may still have something to hand on, so the program is not quiet, but no time limit is its
// own.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/wait.hh"
#include "observe/blocked_call.hh"
#include "observe/proc_folder.hh"
#include "observe/socket_limit.hh"
#include "system/event_loop.hh"
#include "system/fd.hh"

namespace sockgrade::observe {

struct ThreadLook {
    pid_t process = 0;  // numbers of the program's pid namespace
    pid_t thread = 0;
    BlockedCall call;
    std::string raw;              // its state and the line that it was read from
    std::uint64_t run_time = 0;   // ns on a processor
    std::uint64_t run_delay = 0;  // ns ready to run, while others had it
    // Looks after a Go program every 10 ms, and does nothing else. When it has run last does not count.
    bool is_go_tick = false;
};

// Timers that can't be seen in the calls that threads are blocked in; noticed when they are set.
struct HiddenTimers {
    // No alarm(), setitimer(), timer_settime() or timerfd_settime() goes off before this; nothing: none was
    // set.
    std::optional<system::Clock::time_point> earliest = {};
    bool on_sockets = false;  // SO_RCVTIMEO, SO_SNDTIMEO: to be asked for
    // A short limit was lifted or made longer, which a call that has begun does not know of: the socket no
    // longer tells how long that call may last.
    bool sockets_mislead = false;
    bool short_limits = false;  // some were set

    // A call that sets a timer, or disarms it with zero; nothing: it could not be read.
    void timer_set(std::optional<std::chrono::nanoseconds> length);
    void socket_limit_set(std::optional<std::chrono::nanoseconds> length);
};

struct Look {
    std::vector<ThreadLook> threads;
    std::size_t memory = 0;  // bytes that are the program's alone, where they are many
    // ns on a processor of all its processes, with that of their threads and children that have ended and
    // were waited for; in steps of 10 ms.
    std::uint64_t tree_time = 0;

    bool anybody_lives() const;
    bool nobody_runs() const;  // somebody lives, and every thread is blocked, with a time limit or without
    // Every thread is blocked and no time limit ends within `horizon`.
    bool nothing_can_happen(std::chrono::nanoseconds horizon, const HiddenTimers& timers) const;
    bool has_go_tick() const;
    bool wants_processor() const;  // some thread is running or ready to
    bool reads_input() const;      // some thread is blocked in read() on standard input
    bool may_read_input() const;   // or in a poll that might include it
    std::uint64_t run_time() const;
    std::uint64_t run_delay() const;

    // The same threads in the same waits, and none has run since.
    friend bool operator==(const Look& a, const Look& b);
};

class ProgramWatch {
  public:
    // `init`: the process whose descendants are the program. `own_processes`: it is process 1 of a pid
    // namespace.
    ProgramWatch(pid_t init, bool own_processes);

    // `ask_sockets`: some of them may have time limits. `ahead`: how far the program's clock is ahead of
    // ours.
    Look look(bool ask_sockets = false, std::chrono::nanoseconds ahead = {});

    // What the threads that matter are blocked in.
    model::Waits waits(const Look& look);

    // Numbers as in a Look, after one.
    std::optional<pid_t> number_here(const ThreadLook& thread);
    // A file of /proc/PROCESS; invalid when it can't be opened.
    system::Fd open_file(pid_t process, const char* name, int flags) const;

    // The inodes of all sockets that the program has.
    std::set<std::uint64_t> sockets();

  private:
    void find_proc();
    std::vector<pid_t> processes();
    void look_at(pid_t process, bool ask_sockets, std::chrono::nanoseconds ahead, Look& look);
    std::size_t memory_of(pid_t process);
    std::uint64_t tree_time_of(pid_t process);
    bool is_go_tick(const ThreadLook& thread) const;
    BlockedCall look_at_thread(const std::string& folder, std::string& raw, const ReadMemory& read_memory,
                               std::chrono::nanoseconds age, std::chrono::nanoseconds ahead);

    pid_t init_;
    bool own_processes_;
    std::optional<ProcessNumbers> numbers_;
    std::optional<ThreadNumbers> thread_numbers_;
    ProcFolder proc_;
    system::Clock::time_point born_;
};

}  // namespace sockgrade::observe
