// Processes by descriptor: signals and waits that can't hit a stranger who got the number later (man 2
// pidfd_open). By number of the call: <sys/pidfd.h> of glibc 2.36 forgets extern "C".
#pragma once

#include <sys/types.h>

#include "system/fd.hh"

namespace sockgrade::system {

// Throws SystemError; the process must be one that the caller has not waited for.
Fd open_process(pid_t process);

// A duplicate of a descriptor of another process, or an invalid Fd (man 2 pidfd_getfd).
Fd take_descriptor(pid_t process, int descriptor);

void send_signal(const Fd& process, int number);

// Waits for a child's end and forgets it.
void wait_for_end(const Fd& process);

}  // namespace sockgrade::system
