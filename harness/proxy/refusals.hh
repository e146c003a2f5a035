// What the kernel tells of datagrams that it could not deliver (man 7 ip, IP_RECVERR).
#pragma once

#include <cstddef>

#include "system/fd.hh"

namespace sockgrade::proxy {

void ask_for_refusals(const system::Fd& socket, bool is_ipv6);

// How many have met a port that nobody has, since the last time.
std::size_t read_refusals(const system::Fd& socket);

}  // namespace sockgrade::proxy
