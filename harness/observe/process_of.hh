#pragma once

#include <sys/types.h>

namespace sockgrade::observe {

// The process that a thread belongs to, both by our numbers; the thread's own number when it is gone.
pid_t process_of(pid_t thread);

}  // namespace sockgrade::observe
