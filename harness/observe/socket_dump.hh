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
#include "system/socket_address.hh"

namespace sockgrade::observe {

// A socket to ask with; it sees the network that its caller is in. Throws SystemError.
system::Fd open_socket_diag();

using OnSocket = std::function<void(const nlmsghdr& header)>;  // an inet_diag_msg, or a unix_diag_msg

struct InetQuestion {
    int family = 0;
    int protocol = 0;              // IPPROTO_TCP or IPPROTO_UDP
    std::uint8_t extensions = 0;   // bits of INET_DIAG_*
    bool listening_too = true;     // TCP sockets that listen are in a large table of their own
    std::uint16_t local_port = 0;  // 0: any
    std::uint16_t remote_port = 0;
};

// Throw SystemError.
void dump_inet(int netlink, const InetQuestion& question, const OnSocket& on_socket);
// The one TCP socket that has these two ends, without a look at others; a socket that listens for what comes
// from there, where there is none; or nothing.
void find_tcp(int netlink, const system::SocketAddress& local, const system::SocketAddress& remote,
              std::uint8_t extensions, const OnSocket& on_socket);
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
