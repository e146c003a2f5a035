#include "observe/socket_queues.hh"

#include <arpa/inet.h>
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "system/socket_address.hh"
#include "system/system_error.hh"

namespace sockgrade::observe {

using system::check_call;

namespace {

model::Address address_of(const inet_diag_msg& message, const __be32 (&host)[4], __be16 port) {
    system::SocketAddress address;
    if (message.idiag_family == AF_INET) {
        auto* v4 = reinterpret_cast<sockaddr_in*>(&address.storage);
        v4->sin_family = AF_INET;
        v4->sin_port = port;
        std::memcpy(&v4->sin_addr, host, sizeof(v4->sin_addr));
        address.length = sizeof(sockaddr_in);
    } else {
        auto* v6 = reinterpret_cast<sockaddr_in6*>(&address.storage);
        v6->sin6_family = AF_INET6;
        v6->sin6_port = port;
        std::memcpy(&v6->sin6_addr, host, sizeof(v6->sin6_addr));
        address.length = sizeof(sockaddr_in6);
    }
    return system::to_model(address).value_or(model::Address{});
}

// An attribute behind an answer, as far as this kernel gives it.
template <class T>
T attribute_of(const nlmsghdr& header, int type) {
    T value{};
    const auto* message = static_cast<const char*>(NLMSG_DATA(&header));
    const char* const end = reinterpret_cast<const char*>(&header) + header.nlmsg_len;
    for (const char* at = message + NLMSG_ALIGN(sizeof(inet_diag_msg)); end - at >= NLA_HDRLEN;) {
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

// A full buffer may look emptier again without anybody having read: a late acknowledgement frees what is in
// the receiver's system, and makes the buffer grow by a third (measured: 69632 of 69120 bytes became 63408 of
// 96768). So more than half counts as full.
bool is_full(const MemoryInfo& memory) {
    const std::uint64_t queued = memory[SK_MEMINFO_WMEM_QUEUED];
    return queued > 0 && queued * 2 > memory[SK_MEMINFO_SNDBUF];
}

}  // namespace

SocketQueues::SocketQueues()
    : netlink_(check_call("socket(NETLINK_SOCK_DIAG)",
                          ::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_SOCK_DIAG))) {}

std::vector<SocketState> SocketQueues::with_local_port(model::Transport transport, std::uint16_t port) const {
    return with_port(transport, port, End::local);
}

std::vector<SocketState> SocketQueues::with_remote_port(model::Transport transport,
                                                        std::uint16_t port) const {
    return with_port(transport, port, End::remote);
}

std::vector<SocketState> SocketQueues::with_port(model::Transport transport, std::uint16_t port,
                                                 End end) const {
    std::vector<SocketState> found;
    // A dump of AF_INET alone would miss a [::] socket that hears IPv4 too.
    for (const int family : {AF_INET, AF_INET6}) {
        struct {
            nlmsghdr header;
            inet_diag_req_v2 question;
        } request{};
        request.header.nlmsg_len = sizeof(request);
        request.header.nlmsg_type = SOCK_DIAG_BY_FAMILY;
        request.header.nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP;
        request.question.sdiag_family = static_cast<__u8>(family);
        request.question.sdiag_protocol = transport == model::Transport::tcp ? IPPROTO_TCP : IPPROTO_UDP;
        request.question.idiag_states = ~0U;
        request.question.idiag_ext = 1U << (INET_DIAG_INFO - 1) | 1U << (INET_DIAG_SKMEMINFO - 1);
        check_call("send(SOCK_DIAG)", ::send(netlink_.get(), &request, sizeof(request), 0));
        for (bool more = true; more;) {
            alignas(nlmsghdr) std::array<char, 16384> buffer;
            auto left = static_cast<unsigned>(
                check_call("recv(SOCK_DIAG)", ::recv(netlink_.get(), buffer.data(), buffer.size(), 0)));
            for (auto* header = reinterpret_cast<nlmsghdr*>(buffer.data()); NLMSG_OK(header, left);
                 header = NLMSG_NEXT(header, left)) {
                if (header->nlmsg_type == NLMSG_DONE || header->nlmsg_type == NLMSG_ERROR) {
                    more = false;
                    break;
                }
                const auto* message = static_cast<const inet_diag_msg*>(NLMSG_DATA(header));
                const __be16 wanted = end == End::local ? message->id.idiag_sport : message->id.idiag_dport;
                if (ntohs(wanted) != port) continue;
                const auto memory = attribute_of<MemoryInfo>(*header, INET_DIAG_SKMEMINFO);
                found.push_back({address_of(*message, message->id.idiag_src, message->id.idiag_sport),
                                 address_of(*message, message->id.idiag_dst, message->id.idiag_dport),
                                 message->idiag_state, message->idiag_rqueue, message->idiag_wqueue,
                                 message->idiag_inode,
                                 attribute_of<tcp_info>(*header, INET_DIAG_INFO).tcpi_bytes_received,
                                 memory[SK_MEMINFO_DROPS], is_full(memory)});
            }
        }
    }
    return found;
}

}  // namespace sockgrade::observe
