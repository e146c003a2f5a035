#pragma once

#include <cstddef>

namespace sockgrade::system {

// Datagrams that the system threw away for want of room in this socket's buffer. 0 where it does not tell.
std::size_t lost_datagrams(int socket);

}  // namespace sockgrade::system
