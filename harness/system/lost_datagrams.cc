#include "system/lost_datagrams.hh"

#include <linux/sock_diag.h>
#include <sys/socket.h>

#include <array>
#include <cstdint>

#ifndef SO_MEMINFO
#define SO_MEMINFO 55
#endif

namespace sockgrade::system {

std::size_t lost_datagrams(int socket) {
    std::array<std::uint32_t, SK_MEMINFO_VARS> values{};
    socklen_t size = sizeof(values);
    if (::getsockopt(socket, SOL_SOCKET, SO_MEMINFO, values.data(), &size) < 0) return 0;
    return values[SK_MEMINFO_DROPS];
}

}  // namespace sockgrade::system
