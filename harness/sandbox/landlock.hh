// Files, signals and other processes, where there are no namespaces for them (man 7 landlock; glibc 2.36 has
// no wrappers).
//
// It is no fence for the network: its port rules know nothing of UDP, nor of TCP Fast Open.
#pragma once

#include <string>
#include <vector>

namespace sockgrade::sandbox {

// 0 where the kernel has none. 6 and more: signals to processes outside can be refused.
int landlock_version();

// From now on the calling process, which must have no_new_privs set, and all that it starts read and execute
// only what is below `readable`, write only below `writable`, and signal nobody but themselves. Paths that do
// not exist are left out. False, with nothing changed, where the kernel has no Landlock.
bool confine_files_and_signals(const std::vector<std::string>& readable,
                               const std::vector<std::string>& writable);

// From now on they can look into nobody but themselves, and all else stays as it was. What /proc shows of
// others is what everybody may see: their names and numbers, and not their files, memory and environment.
bool confine_to_own_processes();

}  // namespace sockgrade::sandbox
