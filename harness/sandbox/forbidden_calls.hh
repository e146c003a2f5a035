// System calls that no exercise needs and that lead out of a world, or past what watches it.
#pragma once

#include <vector>

#include "sandbox/level.hh"

struct sock_filter;

namespace sockgrade::sandbox {

// A seccomp program. io_uring does socket calls that nobody sees; keyrings, AF_VSOCK and the like are shared
// between worlds; memory files are counted for nobody; a user namespace inside ours would hand capabilities
// to the program; programs of another architecture have other numbers for all these. Mostly they answer
// ENOSYS, as an older kernel would, for which every runtime has another way. The limits, priority and
// processors of a process are its own to set, not those of the one that watches over it.
//
// Without a world of its own, a program sees the files of all, and perhaps owns some of them. Landlock says
// what it may open, but nothing about permissions, owners, times and attributes (man 7 landlock), so nobody
// may change those.
std::vector<sock_filter> forbidden_calls_filter(Level level);

}  // namespace sockgrade::sandbox
