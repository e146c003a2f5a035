#pragma once

namespace sockgrade::sandbox {

// In the network namespace of the caller: brings the loopback interface up, makes every IPv4 and IPv6 address
// local, and lets everybody bind every port. Needs CAP_NET_ADMIN there. Throws SystemError.
void set_up_loopback_network();

}  // namespace sockgrade::sandbox
