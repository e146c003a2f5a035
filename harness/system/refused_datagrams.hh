#pragma once

#include <cstdint>

namespace sockgrade::system {

// How many datagrams the system of this network has ever refused because nobody had the port open (man 5
// proc, /proc/net/snmp: NoPorts). 0 where it does not tell.
std::uint64_t refused_datagrams();

}  // namespace sockgrade::system
