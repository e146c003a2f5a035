#include "system/socket_address.hh"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/un.h>
#include <unistd.h>

#include <stdexcept>

#include "system/fd.hh"
#include "system/system_error.hh"

namespace sockgrade::system {
namespace {

using model::Address;

TEST(SocketAddress, ThereAndBack) {
    for (const Address& address :
         {Address{"127.0.0.1", 12000}, Address{"0.0.0.0", 0}, Address{"192.168.1.7", 65535},
          Address{"::1", 80}, Address{"::", 1}, Address{"fd07::2", 443}})
        EXPECT_EQ(to_model(to_system(address)), address) << model::to_string(address);
}

TEST(SocketAddress, ThePortIsInNetworkOrder) {
    const SocketAddress address = to_system({"127.0.0.1", 0x1234});
    const auto* bytes = reinterpret_cast<const unsigned char*>(
        &reinterpret_cast<const sockaddr_in*>(&address.storage)->sin_port);
    EXPECT_EQ(bytes[0], 0x12);
    EXPECT_EQ(bytes[1], 0x34);
}

TEST(SocketAddress, AnIpv4AddressInIpv6ClothesComesOutAsIpv4) {
    EXPECT_EQ(to_model(to_system({"::ffff:192.168.1.7", 9})), (Address{"192.168.1.7", 9}));
}

TEST(SocketAddress, NamesAreRefused) {
    for (const char* name : {"localhost", "", "127.0.0.1:80", "256.0.0.1", "[::1]", "1.2.3"})
        EXPECT_THROW(to_system({name, 80}), std::invalid_argument) << name;
}

TEST(SocketAddress, OtherFamiliesAndShortOnesAreNothing) {
    SocketAddress address = to_system({"127.0.0.1", 80});
    address.storage.ss_family = AF_UNIX;
    EXPECT_EQ(to_model(address), std::nullopt);
    address = to_system({"127.0.0.1", 80});
    address.length = 8;
    EXPECT_EQ(to_model(address), std::nullopt);
    address = to_system({"::1", 80});
    address.length = sizeof(sockaddr_in6) - 4;  // without its scope, as the kernel takes it
    EXPECT_EQ(to_model(address), (Address{"::1", 80}));
    address.length = 16;
    EXPECT_EQ(to_model(address), std::nullopt);
}

TEST(SocketAddress, LoopbackAndWildcard) {
    EXPECT_TRUE(is_loopback({"127.0.0.1", 1}));
    EXPECT_TRUE(is_loopback({"127.9.9.9", 1}));
    EXPECT_TRUE(is_loopback({"::1", 1}));
    EXPECT_FALSE(is_loopback({"192.168.127.1", 1}));
    EXPECT_TRUE(is_wildcard({"0.0.0.0", 1}));
    EXPECT_TRUE(is_wildcard({"::", 1}));
    EXPECT_FALSE(is_wildcard({"::1", 1}));
}

TEST(SocketAddress, OfSockets) {
    const Fd one(check_call("socket", ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0)));
    const Fd other(check_call("socket", ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0)));
    const SocketAddress any = to_system({"127.0.0.1", 0});
    check_call("bind", ::bind(one.get(), any.get(), any.length));
    const auto local = local_address(one.get());
    ASSERT_TRUE(local.has_value());
    EXPECT_EQ(local->host, "127.0.0.1");
    EXPECT_NE(local->port, 0);
    EXPECT_EQ(remote_address(one.get()), std::nullopt);
    const SocketAddress there = to_system(*local);
    check_call("connect", ::connect(other.get(), there.get(), there.length));
    EXPECT_EQ(remote_address(other.get()), local);
    EXPECT_EQ(local_address(-1), std::nullopt);
}

}  // namespace
}  // namespace sockgrade::system
