// The time limit that a socket puts on calls which wait at it: SO_RCVTIMEO, SO_SNDTIMEO. /proc does not show
// it, so the socket itself is asked, through a duplicate that lives for a moment.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "observe/blocked_call.hh"

namespace sockgrade::observe {

// Numbers of processes as we see them, from those that they have in a pid namespace below ours.
class ProcessNumbers {
  public:
    // `init`: a process of that namespace, by our number. `own_namespace`: it has one; otherwise numbers are
    // the same.
    ProcessNumbers(pid_t init, bool own_namespace) : init_(init), own_namespace_(own_namespace) {}

    // Nothing when there is no such process.
    std::optional<pid_t> ours(pid_t theirs);
    void forget(pid_t theirs) { known_.erase(theirs); }

  private:
    void read(const std::vector<pid_t>& processes);  // by our numbers

    pid_t init_;
    bool own_namespace_;
    std::map<pid_t, pid_t> known_;
};

// The same for threads.
class ThreadNumbers {
  public:
    ThreadNumbers(ProcessNumbers& processes, bool own_namespace)
        : processes_(processes), own_namespace_(own_namespace) {}

    std::optional<pid_t> ours(pid_t process, pid_t thread);

  private:
    ProcessNumbers& processes_;
    bool own_namespace_;
    std::map<std::pair<pid_t, pid_t>, pid_t> known_;
};

// Makes a call that seems to wait for ever a timed one where its socket has a limit, or can't be asked.
void limit_by_socket(BlockedCall& call, pid_t process, ProcessNumbers& numbers, std::chrono::nanoseconds age);

}  // namespace sockgrade::observe
