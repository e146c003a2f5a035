// Programs that are started from memory: where they lie on a disk that lets none be started (noexec), as /tmp
// is in many containers.
#pragma once

#include <string>

#include "system/fd.hh"

namespace sockgrade::system {

// Whether the kernel allows it at all (man 2 memfd_create; the setting vm.memfd_noexec).
bool may_start_from_memory();

// A copy of the program, for execveat(2) with AT_EMPTY_PATH. Throws SystemError.
Fd copy_to_memory(const std::string& file);

}  // namespace sockgrade::system
