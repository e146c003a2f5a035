// What isolation is made of, each part tried out by itself: with a real child that does what a program could
// do, since what can be made can't always be used (Ubuntu's AppArmor profile gives a user namespace without
// any rights in it).
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "sandbox/identity.hh"
#include "sandbox/level.hh"
#include "system/trial.hh"

namespace sockgrade::sandbox {

// A world of this level, whose network is one, and the way out of it none.
system::Trial try_own_network(Level level);

// In such a world: the runtimes can be read and not written, what is written beside the submission does not
// reach it, and other folders are not there.
system::Trial try_own_files(Level level);

// In such a world: /proc has no processes but the program's own.
system::Trial try_own_processes(Level level);

// What a program of this level starts has an end, by the limits of a process and of a pid namespace.
system::Trial try_process_limit(Level level);

// Control groups can be made and given limits. Moves the calling process into a group of its own where that
// is needed for it.
system::Trial try_control_groups();

// A control group kills a child that takes more memory than it may, which the kernel's log will tell. Moves
// the calling process as well.
system::Trial try_memory_limit();

// At any level: a daemon (forked twice, in a session of its own) ends with the program that started it.
system::Trial try_ending_daemons(Level level);

system::Trial try_no_new_privileges();

// System calls that lead out of a world or past what watches it.
system::Trial try_forbidden_calls(Level level);

// Landlock, which has to do at the levels without files of their own.
system::Trial try_refusing_files();
system::Trial try_refusing_signals();

// In the network that programs have at this level.
system::Trial try_ipv6(Level level);

// The same there: each address that localhost stands for can be listened at.
system::Trial try_localhost(Level level);

// A program of this machine, as students' are started; it has to write something.
system::Trial try_starting(Level level, const std::vector<std::string>& command,
                           const std::vector<std::string>& readable);

// `work` in a child that has entered a world of this level, as a case's process does. What it is given, a
// child of its own has to call to become who programs are there.
using Become = std::function<void()>;
system::Trial try_in_world(Level level, const std::function<system::Trial(const Become&)>& work);

}  // namespace sockgrade::sandbox
