#pragma once

#include <cstddef>
#include <string>

namespace sockgrade::sandbox {

// In the network namespace of the caller: brings the loopback interface up, makes every IPv4 and IPv6 address
// local, and lets everybody bind every port. Needs CAP_NET_ADMIN there. Throws SystemError.
void set_up_loopback_network();

// Parts of it, and of other networks.
void bring_loopback_up();
void add_address(const std::string& address, std::size_t prefix, unsigned interface);
// An address that the machine shows as its own, on loopback.
void add_loopback_address(const std::string& address);

}  // namespace sockgrade::sandbox
