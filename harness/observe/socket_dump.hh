// Questions about many sockets at once to the kernel (man 7 sock_diag), and what it says of each.
#pragma once

#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>

#include "system/fd.hh"

namespace sockgrade::observe {

// A socket to ask with; it sees the network that its caller is in. Throws SystemError.
system::Fd open_socket_diag();

using OnSocket = std::function<void(const nlmsghdr& header)>;  // an inet_diag_msg, or a unix_diag_msg

// Throw SystemError. `protocol`: IPPROTO_TCP or IPPROTO_UDP; `extensions`: bits of INET_DIAG_*.
void dump_inet(int netlink, int family, int protocol, std::uint8_t extensions, const OnSocket& on_socket);
void dump_unix(int netlink, std::uint32_t show, const OnSocket& on_socket);

// An attribute behind an answer of type Message, as far as this kernel gives it.
template <class T, class Message = inet_diag_msg>
T attribute_of(const nlmsghdr& header, int type) {
    T value{};
    const auto* message = static_cast<const char*>(NLMSG_DATA(&header));
    const char* const end = reinterpret_cast<const char*>(&header) + header.nlmsg_len;
    for (const char* at = message + NLMSG_ALIGN(sizeof(Message)); end - at >= NLA_HDRLEN;) {
        nlattr attribute{};
        std::memcpy(&attribute, at, sizeof(attribute));
        if (attribute.nla_len < NLA_HDRLEN || attribute.nla_len > end - at) break;
        if (attribute.nla_type == type) {
            std::memcpy(&value, at + NLA_HDRLEN,
                        std::min<std::size_t>(sizeof(value),
                                              attribute.nla_len - static_cast<std::size_t>(NLA_HDRLEN)));
            break;
        }
        at += NLA_ALIGN(attribute.nla_len);
    }
    return value;
}

using MemoryInfo = std::array<std::uint32_t, SK_MEMINFO_VARS>;

}  // namespace sockgrade::observe
