// Who a program is for the rest of this machine.
#pragma once

#include <sys/types.h>

namespace sockgrade::sandbox {

struct Identity {
    uid_t uid;
    gid_t gid;
};

// Root lets nothing run as root: the kernel does not count root's processes, and many of its settings in
// /proc/sys ask for nothing but the number 0. The program gets a number that nobody has, another one for each
// process that asks (free_number.hh). For everybody else it is the caller's own, and also for a root who may
// not become anybody else, as in a container that has no number but 0, or that lacks root's capabilities.
Identity identity_for_programs();

bool is_of_caller(const Identity& identity);

// Kills every process of a user that nobody else is. Nothing is done for the caller's own.
void end_everything_of(const Identity& identity);

// For good, with no group but its own. Throws SystemError.
void become(const Identity& identity);

}  // namespace sockgrade::sandbox
