// Pseudo-terminals. The master's end is ours, the slave's end the program's.
#pragma once

#include "system/fd.hh"

namespace sockgrade::run {

system::Fd open_master();

// `flags`: O_RDWR or O_RDONLY, and O_NONBLOCK. It is nobody's controlling terminal.
system::Fd open_slave(const system::Fd& master, int flags);

}  // namespace sockgrade::run
