// What the kernel knows of sockets without asking their owner: sock_diag (man 7 sock_diag). A query costs a
// few microseconds and disturbs nobody. Sees the network namespace of the caller.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/address.hh"
#include "system/fd.hh"

namespace sockgrade::observe {

struct SocketState {
    model::Address local;
    model::Address remote;
    int state = 0;  // TCP_LISTEN, TCP_ESTABLISHED, ...; UDP sockets are TCP_CLOSE or TCP_ESTABLISHED
    std::uint32_t receive_queue =
        0;  // bytes not yet read; of a listening socket: connections not yet accepted
    std::uint32_t send_queue = 0;
    std::uint32_t inode = 0;
    std::uint64_t received =
        0;                   // TCP: bytes that ever came, read or not; the end of the stream counts as one
    std::uint32_t lost = 0;  // UDP: datagrams for which there was no room
    // TCP: has it, or had it a moment ago, no room for what its owner still wants to send?
    bool is_full = false;
};

class SocketQueues {
  public:
    SocketQueues();  // throws SystemError

    // All sockets of a transport whose local port is `port`, IPv4 and IPv6.
    std::vector<SocketState> with_local_port(model::Transport transport, std::uint16_t port) const;
    // Likewise with the remote port, those too whose connection has not come about (SYN_SENT).
    std::vector<SocketState> with_remote_port(model::Transport transport, std::uint16_t port) const;

    // The TCP socket with these two ends: quickly, however many others there are. Throws
    // std::invalid_argument when an address is not numeric.
    std::optional<SocketState> connected(const model::Address& local, const model::Address& remote) const;

  private:
    enum class End { local, remote };
    std::vector<SocketState> with_port(model::Transport transport, std::uint16_t port, End end) const;

    system::Fd netlink_;
};

}  // namespace sockgrade::observe
