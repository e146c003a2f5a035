// The life of process 1 of a case, from fork to end (see launcher.hh).
#pragma once

#include "sandbox/launcher.hh"

namespace sockgrade::sandbox {

// Runs in a freshly forked child and never returns. `control`: the socket for reports; its other end closing
// means that everything shall end.
[[noreturn]] void run_init(LaunchOptions options, int control);

}  // namespace sockgrade::sandbox
