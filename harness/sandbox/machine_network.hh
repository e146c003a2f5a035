#pragma once

#include <vector>

#include "model/plan.hh"

namespace sockgrade::sandbox {

// Moves the caller, who has CAP_NET_ADMIN in its network namespace, into another one, with loopback and these
// interfaces. Those that have an address are up. Throws UnsupportedError where the kernel has no interfaces
// that lead nowhere but to us (veth), SystemError when something else fails.
void set_up_machine_network(const std::vector<model::Interface>& interfaces);

}  // namespace sockgrade::sandbox
