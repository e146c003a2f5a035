// What observation is made of, each part tried out with a real child that does what a program would. To be
// called in a process of the same rights as the one that will observe, and once in each: in a pid namespace
// that has lost its first process there is no second.
#pragma once

#include <functional>

#include "observe/program_sockets.hh"
#include "system/trial.hh"

namespace sockgrade::observe {

// What the child does first, to be who programs are.
using Become = std::function<void()>;

// All that grading can't do without: a bind() is seen before it happens, done for the program, and its result
// known. Takes notifications and memory; descriptors where they can be had (`means`: means_here(), asked
// outside of the world, since it takes a child and a world has but one).
system::Trial try_observing(const Become& become, ProgramSockets::Means means);

system::Trial try_notifications(const Become& become);  // seccomp tells of a call, and takes our answer
system::Trial try_descriptors(const Become& become);    // a socket of the program's can be had
system::Trial try_memory(const Become& become);         // the program's memory can be read

// That a program waits can be seen: quiescence.
system::Trial try_blocked_calls(const Become& become);

// The kernel tells what is queued at a socket. Of the caller itself.
system::Trial try_socket_queues();

}  // namespace sockgrade::observe
