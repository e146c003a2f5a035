// The seccomp program that makes a student's program tell about its socket calls.
#pragma once

#include <linux/filter.h>

#include <functional>
#include <vector>

#include "system/seccomp_program.hh"

namespace sockgrade::observe {

// Calls that ask for our answer: bind, listen, connect, sendto with an address, sendmsg and sendmmsg, and
// those that set a timer (SO_RCVTIMEO, SO_SNDTIMEO, alarm, setitimer, timer_settime, timerfd_settime), since
// a timer decides whether a program can go on by itself. Data on a connection is not asked about and costs
// nothing. io_uring, which goes round all this, answers ENOSYS; programs fall back. `exempt_descriptor`: on
// which sendmsg() passes unasked. `more`: adds calls that somebody else wants to be asked for. Throws
// SystemError.
std::vector<sock_filter> socket_call_filter(int exempt_descriptor, bool creation = false,
                                            const std::function<void(system::SeccompProgram&)>& more = {});

}  // namespace sockgrade::observe
