#include "observe/socket_memory.hh"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <set>
#include <string>
#include <vector>

#include "system/socket_address.hh"
#include "system/system_error.hh"

namespace sockgrade::observe {
namespace {

using system::check_call;
using system::Fd;

constexpr std::size_t kMebi = std::size_t{1} << 20;
// A share of 1 MiB. The whole machine may well have more than the pools.
constexpr SocketPools kSmall{8 * kMebi, 8 * kMebi};
// Of which nobody sees the end.
constexpr SocketPools kLarge{std::size_t{1} << 50, std::size_t{1} << 50};

TEST(SocketUse, IsReadFromWhatTheKernelWrites) {
    const SocketUse use = parse_socket_use(
        "sockets: used 291\n"
        "TCP: inuse 7 orphan 2 tw 4 alloc 9 mem 171\n"
        "UDP: inuse 3 mem 155\n"
        "UDPLITE: inuse 0\n"
        "FRAG: inuse 0 memory 0\n");
    const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    EXPECT_EQ(use.sockets, 291U);
    EXPECT_EQ(use.tcp, 171 * page);
    EXPECT_EQ(use.udp, 155 * page);
    EXPECT_EQ(parse_socket_use("").tcp, 0U);
}

TEST(Refusals, AreCountedByTheirNames) {
    const std::string netstat =
        "TcpExt: SyncookiesSent TCPAbortOnMemory TCPMemoryPressures TCPMemoryPressuresChrono\n"
        "TcpExt: 9 2 3 4000\n"
        "IpExt: InNoRoutes TCPAbortOnMemory\n"
        "IpExt: 7 7\n";
    const std::string snmp =
        "Tcp: ActiveOpens MemErrors\nTcp: 50 50\n"
        "Udp: InDatagrams NoPorts MemErrors\nUdp: 4568 71 5\n"
        "UdpLite: InDatagrams NoPorts MemErrors\nUdpLite: 90 90 90\n";
    EXPECT_EQ(parse_refusals(netstat, snmp), 10U);
    EXPECT_EQ(parse_refusals("", ""), 0U);
    EXPECT_EQ(parse_refusals("TcpExt: SyncookiesSent\nTcpExt: 1\n", "Udp: InDatagrams\n"), 0U)
        << "an old kernel does not count them";
}

std::uint64_t inode_of(const Fd& socket) {
    struct stat status {};
    check_call("fstat", ::fstat(socket.get(), &status));
    return status.st_ino;
}

Fd tcp_socket() { return Fd(check_call("socket", ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))); }

// Connected to one another, full of what nobody reads.
struct Full {
    std::vector<Fd> sending;
    std::vector<Fd> accepted;
    Fd listener = tcp_socket();

    explicit Full(int connections) {
        const system::SocketAddress any = system::to_system({"127.0.0.1", 0});
        check_call("bind", ::bind(listener.get(), any.get(), any.length));
        check_call("listen", ::listen(listener.get(), connections));
        const auto at = system::to_system(system::local_address(listener.get()).value());
        for (int i = 0; i < connections; ++i) {
            sending.push_back(tcp_socket());
            check_call("connect", ::connect(sending.back().get(), at.get(), at.length));
            fill(sending.back());
        }
    }
    static void fill(const Fd& socket) {
        const std::string block(65536, 'x');
        while (::send(socket.get(), block.data(), block.size(), MSG_DONTWAIT) > 0) {
        }
    }
    void accept_all() {
        for (std::size_t i = 0; i < sending.size(); ++i)
            accepted.emplace_back(
                check_call("accept", ::accept4(listener.get(), nullptr, nullptr, SOCK_CLOEXEC)));
    }
    std::set<std::uint64_t> inodes() const {
        std::set<std::uint64_t> all{inode_of(listener)};
        for (const auto* list : {&sending, &accepted})
            for (const Fd& socket : *list) all.insert(inode_of(socket));
        return all;
    }
};

TEST(SocketMemory, WhoTakesTooMuchIsSeenAndThenNothingWasRefused) {
    SocketMemory memory(kSmall, false);
    Full full(4);
    full.accept_all();
    memory.look([&] { return full.inodes(); });
    EXPECT_GT(memory.most(), 2 * kMebi);
    EXPECT_TRUE(memory.is_too_much());
    EXPECT_FALSE(memory.was_refused());
}

TEST(SocketMemory, WhatNobodyHasAcceptedIsTheListeners) {
    SocketMemory memory(kSmall, false);
    const Full full(40);
    memory.look([&] { return std::set{inode_of(full.listener)}; });
    EXPECT_TRUE(memory.is_too_much());
}

TEST(SocketMemory, WhatWasSentByWhoHasClosedIsStillTheirs) {
    SocketMemory memory(kSmall, false);
    Full full(4);
    full.accept_all();
    full.sending.clear();
    memory.look([&] { return std::set{inode_of(full.listener)}; });
    EXPECT_TRUE(memory.is_too_much());
}

TEST(SocketMemory, TheCallersAndThoseOfOthersAreNotTheirs) {
    Full full(4);
    full.accept_all();
    const Fd other = tcp_socket();
    SocketMemory beside(kSmall, false);
    beside.look([&] { return std::set{inode_of(other)}; });
    EXPECT_FALSE(beside.is_too_much());
    SocketMemory within(kLarge, true);
    within.look([] { return std::set<std::uint64_t>{}; });
    EXPECT_FALSE(within.was_refused());
}

TEST(SocketMemory, AFullPoolIsNotTheDoingOfWhoHasLittle) {
    const Full full(4);
    const Fd own = tcp_socket();
    SocketMemory memory({1, kLarge.udp}, false);
    memory.look([&] { return std::set{inode_of(own)}; });
    EXPECT_TRUE(memory.was_refused() || memory.is_too_much());
    SocketMemory enough(kLarge, false);
    enough.look([&] { return std::set{inode_of(own)}; });
    EXPECT_FALSE(enough.was_refused());
}

TEST(SocketMemory, SocketsWithoutANetworkCount) {
    SocketMemory memory(kSmall, false);
    std::vector<Fd> all;
    std::set<std::uint64_t> inodes;
    for (int i = 0; i < 20; ++i) {
        std::array<int, 2> pair{};
        check_call("socketpair", ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair.data()));
        for (const int one : pair) {
            all.emplace_back(one);
            inodes.insert(inode_of(all.back()));
            Full::fill(all.back());
        }
    }
    memory.look([&] { return inodes; });
    EXPECT_TRUE(memory.is_too_much());
    EXPECT_GT(memory.most(), 2 * kMebi);
}

TEST(SocketPools, AreThoseOfThisMachine) {
    const SocketPools pools = socket_pools_here();
    EXPECT_GT(pools.tcp, kMebi);
    EXPECT_GT(pools.udp, kMebi);
}

}  // namespace
}  // namespace sockgrade::observe
