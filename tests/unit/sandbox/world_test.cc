#include "sandbox/world.hh"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <string>

#include "in_child.hh"
#include "sandbox/probe.hh"
#include "system/fd.hh"
#include "system/socket_address.hh"

namespace sockgrade::sandbox {
namespace {

using model::Address;
using system::Fd;

void enter() { enter_world(Level::namespaces, identity_for_programs()); }

bool can_bind(const Address& address, int type) {
    const system::SocketAddress own = system::to_system(address);
    const Fd socket(::socket(own.family(), type | SOCK_CLOEXEC, 0));
    const int on = 1;
    ::setsockopt(socket.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
    return ::bind(socket.get(), own.get(), own.length) == 0;
}

// A listener there, and a client that reaches it.
bool can_meet(const Address& address) {
    const system::SocketAddress there = system::to_system(address);
    const Fd server(::socket(there.family(), SOCK_STREAM | SOCK_CLOEXEC, 0));
    const Fd client(::socket(there.family(), SOCK_STREAM | SOCK_CLOEXEC, 0));
    return ::bind(server.get(), there.get(), there.length) == 0 && ::listen(server.get(), 1) == 0 &&
           ::connect(client.get(), there.get(), there.length) == 0 &&
           system::remote_address(client.get()) == address;
}

bool refuses(const Address& address) {
    const system::SocketAddress there = system::to_system(address);
    const Fd client(::socket(there.family(), SOCK_STREAM | SOCK_CLOEXEC, 0));
    return ::connect(client.get(), there.get(), there.length) < 0 && errno == ECONNREFUSED;
}

// Where a container lets no settings be changed.
TEST(World, IPv6AddressesAreLocalWithoutTheSettingForThem) {
    if (::access("/proc/sys/net/ipv6", F_OK) != 0) GTEST_SKIP() << "this machine has no IPv6";
    const auto can_bind_by_the_house = [](const Address& address) {
        const Fd socket(::socket(AF_INET6, SOCK_STREAM | SOCK_CLOEXEC, 0));
        return system::bind_socket(socket.get(), system::to_system(address)) == 0 &&
               system::local_address(socket.get()) == address;
    };
    EXPECT_TRUE(in_child([&] {
        enter();
        std::ofstream("/proc/sys/net/ipv6/ip_nonlocal_bind") << 0;
        return !can_bind({"2001:db8::7", 12000}, SOCK_STREAM) &&
               can_bind_by_the_house({"2001:db8::7", 12000}) &&
               can_bind_by_the_house({kLanNeighbour6, 12000});
    }));
    // An address that is somewhere else, if anywhere, stays there.
    EXPECT_FALSE(can_bind_by_the_house({"2001:db8::7", 12000}));
}

TEST(World, EveryAddressIsLocal) {
    EXPECT_TRUE(in_child([] {
        enter();
        bool all = true;
        for (const char* host :
             {"127.0.0.1", "127.9.9.9", "192.168.1.7", "10.0.0.1", "8.8.8.8", kLanAddress, kLanNeighbour})
            all = all && can_meet({host, 12000}) && refuses({host, 12001});
        return all;
    }));
}

TEST(World, EveryIpv6AddressToo) {
    if (::access("/proc/sys/net/ipv6", F_OK) != 0) GTEST_SKIP() << "this machine has no IPv6";
    EXPECT_TRUE(in_child([] {
        enter();
        return can_meet({"::1", 12000}) && can_meet({kLanAddress6, 12000}) &&
               can_bind({"2001:db8::5", 7}, SOCK_DGRAM);
    }));
}

// A negative number: the network shares the machine's table (Documentation/networking/ip-sysctl.rst).
TEST(World, ItsTableOfConnectionsIsItsOwnAndSmall) {
    const auto entries = [] {
        std::ifstream file("/proc/sys/net/ipv4/tcp_ehash_entries");
        long number = 0;
        return file >> number ? number : 0;
    };
    EXPECT_TRUE(in_child([&] {
        enter();
        return ::access("/proc/sys/net/ipv4/tcp_child_ehash_entries", F_OK) != 0  // before Linux 6.1
               || (entries() > 0 && entries() < 10'000);
    }));
}

TEST(World, EveryPortIsAnybodys) {
    EXPECT_TRUE(in_child([] {
        enter();
        return can_bind({"0.0.0.0", 80}, SOCK_STREAM) && can_bind({"0.0.0.0", 1}, SOCK_DGRAM);
    }));
}

TEST(World, PortsOfAnotherWorldDoNotClash) {
    EXPECT_TRUE(in_child([] {
        enter();
        const system::SocketAddress own = system::to_system({"127.0.0.1", 12000});
        const Fd mine(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
        return ::bind(mine.get(), own.get(), own.length) == 0 &&
               !can_bind({"127.0.0.1", 12000}, SOCK_STREAM) && in_child([] {
                   enter();
                   return can_bind({"127.0.0.1", 12000}, SOCK_STREAM);
               });
    }));
}

TEST(World, HasANameOfItsOwn) {
    char before[256] = {};
    char after[256] = {};
    ASSERT_EQ(::gethostname(before, sizeof(before)), 0);
    EXPECT_TRUE(in_child([] {
        enter();
        char name[256] = {};
        return ::gethostname(name, sizeof(name)) == 0 && std::string(name) == kHostName;
    }));
    ASSERT_EQ(::gethostname(after, sizeof(after)), 0);
    EXPECT_STREQ(before, after);
}

TEST(World, ItsUserIsTheSameEverywhereAndNeverRoot) {
    EXPECT_TRUE(in_child([] {
        enter();
        return ::getuid() == kStudent.uid && ::getgid() == kStudent.gid;
    }));
    EXPECT_EQ(identity_for_programs().uid == 0, false);
}

TEST(Probe, LeavesTheCallerWhereItIs) {
    char before[256] = {};
    ASSERT_EQ(::gethostname(before, sizeof(before)), 0);
    const Level first = probe_level();
    EXPECT_EQ(probe_level(), first);
    char after[256] = {};
    ASSERT_EQ(::gethostname(after, sizeof(after)), 0);
    EXPECT_STREQ(before, after);
}

TEST(Level, HasTheLettersOfTheLadder) {
    EXPECT_EQ(to_string(Level::limited), "A");
    EXPECT_EQ(to_string(Level::namespaces), "B");
    EXPECT_EQ(to_string(Level::privileged), "C");
    EXPECT_EQ(to_string(Level::own_user), "D");
    EXPECT_EQ(to_string(Level::shared), "E");
}

}  // namespace
}  // namespace sockgrade::sandbox
