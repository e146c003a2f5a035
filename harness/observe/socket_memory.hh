// The kernel's memory that a program's sockets hold.
//
// Theory. What waits in a socket belongs to no process, so no limit on memory sees it but a control group's.
// All TCP sockets of a machine share one pool, whatever network they are in, and so do those of UDP (man 7
// tcp, tcp_mem; man 7 udp, udp_mem). When one is used up, everybody's segments are dropped: a program that is
// right loses what it was sent. Who has filled it can be told by counting: a program with more than its share
// did, and is judged for that. Where it has less, somebody else did, and nothing can be said about this one.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>

#include "system/event_loop.hh"
#include "system/fd.hh"

namespace sockgrade::observe {

// Sizes at which the kernel begins to refuse memory to sockets, in bytes. The same in all networks, but only
// the machine's own says so.
struct SocketPools {
    std::size_t tcp = 0;
    std::size_t udp = 0;
};

// For a process that is still in the network that it was started in. From the machine's size, as the kernel
// does it, where it does not say.
SocketPools socket_pools_here();

// /proc/net/sockstat: of this network, and of the pools.
struct SocketUse {
    std::size_t sockets = 0;
    std::size_t tcp = 0;  // bytes
    std::size_t udp = 0;
};
SocketUse parse_socket_use(const std::string& text);

// Of /proc/net/netstat and /proc/net/snmp: how often a socket of this network was refused memory, or was the
// one that used up the last.
std::uint64_t parse_refusals(const std::string& netstat, const std::string& snmp);

class SocketMemory {
  public:
    // Of the network that the caller is in; `alone`: nobody else's sockets are in it but the caller's.
    SocketMemory(const SocketPools& pools, bool alone);

    using Sockets = std::function<std::set<std::uint64_t>()>;  // the inodes of those that the program has
    // Cheap, as long as nobody holds much; counts no more often than every few milliseconds.
    void look(const Sockets& sockets);

    std::size_t most() const { return most_; }  // bytes that were seen at once, where they were many
    bool is_too_much() const { return most_ > limit_; }

    // Nothing was left for a program that had less than its share.
    bool was_refused() const;

  private:
    std::size_t inet(const std::set<std::uint64_t>& known) const;
    std::size_t local(const std::set<std::uint64_t>& known) const;
    bool is_the_programs(std::uint64_t inode, const std::set<std::uint64_t>& known) const;

    SocketPools pools_;
    bool alone_;
    std::size_t limit_;
    system::Fd use_;
    system::Fd netlink_;
    std::uint64_t refusals_before_ = 0;
    std::size_t sockets_before_ = 0;
    system::Clock::time_point next_{};
    std::size_t most_ = 0;
    bool pool_was_empty_ = false;
};

}  // namespace sockgrade::observe
