#include "observe/socket_queues.hh"

#include <arpa/inet.h>
#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstring>

#include "observe/socket_dump.hh"
#include "system/socket_address.hh"

namespace sockgrade::observe {

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

// A full buffer may look emptier again without anybody having read: a late acknowledgement frees what is in
// the receiver's system, and makes the buffer grow by a third (measured: 69632 of 69120 bytes became 63408 of
// 96768). So more than half counts as full.
bool is_full(const MemoryInfo& memory) {
    const std::uint64_t queued = memory[SK_MEMINFO_WMEM_QUEUED];
    return queued > 0 && queued * 2 > memory[SK_MEMINFO_SNDBUF];
}

constexpr std::uint8_t kWanted = 1U << (INET_DIAG_INFO - 1) | 1U << (INET_DIAG_SKMEMINFO - 1);

SocketState state_in(const nlmsghdr& header) {
    const auto& message = *static_cast<const inet_diag_msg*>(NLMSG_DATA(&header));
    const auto memory = attribute_of<MemoryInfo>(header, INET_DIAG_SKMEMINFO);
    return {address_of(message, message.id.idiag_src, message.id.idiag_sport),
            address_of(message, message.id.idiag_dst, message.id.idiag_dport),
            message.idiag_state,
            message.idiag_rqueue,
            message.idiag_wqueue,
            message.idiag_inode,
            attribute_of<tcp_info>(header, INET_DIAG_INFO).tcpi_bytes_received,
            memory[SK_MEMINFO_DROPS],
            is_full(memory)};
}

}  // namespace

SocketQueues::SocketQueues() : netlink_(open_socket_diag()) {}

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
    InetQuestion question;
    question.protocol = transport == model::Transport::tcp ? IPPROTO_TCP : IPPROTO_UDP;
    question.extensions = kWanted;
    question.listening_too = end == End::local;  // nobody is at the other end of those
    (end == End::local ? question.local_port : question.remote_port) = port;
    // A dump of AF_INET alone would miss a [::] socket that hears IPv4 too.
    for (const int family : {AF_INET, AF_INET6}) {
        question.family = family;
        dump_inet(netlink_.get(), question, [&](const nlmsghdr& header) {
            const SocketState socket = state_in(header);
            // Not every table of the kernel's keeps to what was asked for.
            if ((end == End::local ? socket.local.port : socket.remote.port) == port) found.push_back(socket);
        });
    }
    return found;
}

std::optional<SocketState> SocketQueues::connected(const model::Address& local,
                                                   const model::Address& remote) const {
    std::optional<SocketState> found;
    const auto is_meant = [&](const SocketState& socket) {
        return socket.remote == remote && socket.local.port == local.port;
    };
    if (local.host.empty() || remote.host.empty()) return found;  // it never came about
    find_tcp(netlink_.get(), system::to_system(local), system::to_system(remote), kWanted,
             [&](const nlmsghdr& header) {
                 if (const SocketState socket = state_in(header); is_meant(socket)) found = socket;
             });
    if (found.has_value()) return found;
    // A socket that is bound to an interface is not found so.
    const auto all = with_local_port(model::Transport::tcp, local.port);
    const auto other = std::find_if(all.begin(), all.end(), is_meant);
    return other == all.end() ? std::nullopt : std::optional(*other);
}

}  // namespace sockgrade::observe
