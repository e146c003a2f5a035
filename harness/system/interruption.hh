// Ctrl-C and SIGTERM, as an exception: what was made is cleaned up on the way out.
//
// The signals are blocked, so that they never interrupt anything but the waits that are meant to be: those
// let them in, and throw. What a process is doing otherwise (a compiler's run) is finished first.
#pragma once

#include <poll.h>

#include <exception>
#include <span>

namespace sockgrade::system {

class Interrupted : public std::exception {
  public:
    const char* what() const noexcept override { return "interrupted"; }
};

// For the process that answers to the user: from here on, only poll_or_interrupt() lets the signals in.
void defer_interruption();

// poll(2) without a time limit. Throws Interrupted when a deferred signal has come, SystemError when poll
// fails.
void poll_or_interrupt(std::span<pollfd> waits);

// Throws Interrupted when a deferred signal has come that no wait has seen yet. Who ends a job on a cluster
// ends all of its processes at once: what a program looks like that died with us is not its doing, and is not
// stored.
void throw_if_interrupted();

// For a forked child: the signals end it, as usual.
void end_on_interruption();

}  // namespace sockgrade::system
