#include "observe/socket_queues.hh"

#include <gtest/gtest.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <string_view>

#include "system/socket_address.hh"
#include "system/system_error.hh"

namespace sockgrade::observe {
namespace {

using model::Address;
using model::Transport;
using system::check_call;
using system::Fd;

Fd bound(int type, const Address& address = {"127.0.0.1", 0}) {
    const system::SocketAddress own = system::to_system(address);
    Fd socket(check_call("socket", ::socket(own.family(), type | SOCK_CLOEXEC, 0)));
    check_call("bind", ::bind(socket.get(), own.get(), own.length));
    return socket;
}

Address address_of(const Fd& socket) { return system::local_address(socket.get()).value(); }

void connect_to(const Fd& socket, const Address& address) {
    const system::SocketAddress to = system::to_system(address);
    check_call("connect", ::connect(socket.get(), to.get(), to.length));
}

TEST(SocketQueues, AListeningSocketAndWhoWaitsAtIt) {
    const SocketQueues queues;
    const Fd server = bound(SOCK_STREAM);
    check_call("listen", ::listen(server.get(), 4));
    const auto quiet = queues.with_local_port(Transport::tcp, address_of(server).port);
    ASSERT_EQ(quiet.size(), 1U);
    EXPECT_EQ(quiet[0].local, address_of(server));
    EXPECT_EQ(quiet[0].state, TCP_LISTEN);
    EXPECT_EQ(quiet[0].receive_queue, 0U);
    const Fd client = bound(SOCK_STREAM);
    connect_to(client, address_of(server));
    for (const auto& socket : queues.with_local_port(Transport::tcp, address_of(server).port)) {
        if (socket.state != TCP_LISTEN) continue;
        EXPECT_EQ(socket.receive_queue, 1U);
    }
    EXPECT_TRUE(queues.with_local_port(Transport::udp, address_of(server).port).empty());
}

TEST(SocketQueues, WhatHasComeReadOrNot) {
    const SocketQueues queues;
    const Fd server = bound(SOCK_STREAM);
    check_call("listen", ::listen(server.get(), 4));
    const Fd client = bound(SOCK_STREAM);
    connect_to(client, address_of(server));
    const Fd accepted(check_call("accept", ::accept4(server.get(), nullptr, nullptr, SOCK_CLOEXEC)));
    const auto received = [&] {
        for (const auto& socket : queues.with_local_port(Transport::tcp, address_of(server).port))
            if (socket.remote == address_of(client)) return static_cast<int>(socket.received);
        return -1;
    };
    EXPECT_EQ(received(), 0);
    check_call("send", ::send(client.get(), "hello", 5, 0));
    EXPECT_EQ(received(), 5);
    char bytes[2];
    check_call("recv", ::recv(accepted.get(), bytes, sizeof(bytes), 0));
    EXPECT_EQ(received(), 5);
    check_call("shutdown", ::shutdown(client.get(), SHUT_WR));
    EXPECT_EQ(received(), 6);
}

TEST(SocketQueues, TheOneBetweenTwoEnds) {
    const SocketQueues queues;
    const Fd server = bound(SOCK_STREAM);
    check_call("listen", ::listen(server.get(), 4));
    const Fd client = bound(SOCK_STREAM);
    // Who listens is not connected, whoever may come from there.
    EXPECT_FALSE(queues.connected(address_of(server), address_of(client)).has_value());
    connect_to(client, address_of(server));
    Fd accepted(check_call("accept", ::accept4(server.get(), nullptr, nullptr, SOCK_CLOEXEC)));
    check_call("send", ::send(client.get(), "hello", 5, 0));
    const auto there = queues.connected(address_of(server), address_of(client));
    ASSERT_TRUE(there.has_value());
    EXPECT_EQ(there->receive_queue, 5U);
    EXPECT_EQ(there->received, 5U);
    const auto back = queues.connected(address_of(client), address_of(server));
    ASSERT_TRUE(back.has_value());
    EXPECT_EQ(back->received, 0U);
    EXPECT_FALSE(queues.connected(address_of(client), {}).has_value());
}

TEST(SocketQueues, AnEndThatHearsBothFamilies) {
    const SocketQueues queues;
    const Fd server = bound(SOCK_STREAM, {"::", 0});
    check_call("listen", ::listen(server.get(), 4));
    const Fd client = bound(SOCK_STREAM);
    const Address there{"127.0.0.1", address_of(server).port};
    connect_to(client, there);
    const Fd accepted(check_call("accept", ::accept4(server.get(), nullptr, nullptr, SOCK_CLOEXEC)));
    const auto found = queues.connected(there, address_of(client));
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->local, there);
}

// A lookup of two ends does not find it: it is asked for at no interface.
TEST(SocketQueues, AnEndThatIsBoundToAnInterface) {
    const SocketQueues queues;
    const Fd server = bound(SOCK_STREAM);
    constexpr std::string_view kLoopback = "lo";
    check_call("setsockopt(SO_BINDTODEVICE)",
               ::setsockopt(server.get(), SOL_SOCKET, SO_BINDTODEVICE, kLoopback.data(), kLoopback.size()));
    check_call("listen", ::listen(server.get(), 4));
    const Fd client = bound(SOCK_STREAM);
    connect_to(client, address_of(server));
    const Fd accepted(check_call("accept", ::accept4(server.get(), nullptr, nullptr, SOCK_CLOEXEC)));
    EXPECT_TRUE(queues.connected(address_of(server), address_of(client)).has_value());
}

TEST(SocketQueues, BytesThatNobodyHasRead) {
    const SocketQueues queues;
    const Fd server = bound(SOCK_STREAM);
    check_call("listen", ::listen(server.get(), 4));
    const Fd client = bound(SOCK_STREAM);
    connect_to(client, address_of(server));
    const Fd accepted(check_call("accept", ::accept4(server.get(), nullptr, nullptr, SOCK_CLOEXEC)));
    check_call("send", ::send(client.get(), "hello", 5, 0));
    const auto unread = [&] {
        for (const auto& socket : queues.with_local_port(Transport::tcp, address_of(server).port))
            if (socket.remote == address_of(client)) return socket.receive_queue;
        return ~0U;
    };
    EXPECT_EQ(unread(), 5U);
    char buffer[8];
    ASSERT_EQ(::recv(accepted.get(), buffer, 3, 0), 3);
    EXPECT_EQ(unread(), 2U);
    ASSERT_EQ(::recv(accepted.get(), buffer, 3, 0), 2);
    EXPECT_EQ(unread(), 0U);
}

TEST(SocketQueues, DatagramsThatNobodyHasRead) {
    const SocketQueues queues;
    const Fd receiver = bound(SOCK_DGRAM);
    const Fd sender = bound(SOCK_DGRAM);
    connect_to(sender, address_of(receiver));
    const auto waiting = [&] {
        const auto sockets = queues.with_local_port(Transport::udp, address_of(receiver).port);
        EXPECT_EQ(sockets.size(), 1U);
        return sockets.empty() ? ~0U : sockets[0].receive_queue;
    };
    EXPECT_EQ(waiting(), 0U);
    check_call("send", ::send(sender.get(), "hello", 5, 0));
    EXPECT_GT(waiting(), 0U);
    char buffer[8];
    ASSERT_EQ(::recv(receiver.get(), buffer, sizeof(buffer), 0), 5);
    EXPECT_EQ(waiting(), 0U);
}

// A dump of IPv4 alone would miss a [::] socket that hears both.
TEST(SocketQueues, SeesIpv6Too) {
    const Fd probe(::socket(AF_INET6, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    if (!probe.valid()) GTEST_SKIP() << "this machine has no IPv6";
    const SocketQueues queues;
    const Fd receiver = bound(SOCK_DGRAM, {"::", 0});
    const auto sockets = queues.with_local_port(Transport::udp, address_of(receiver).port);
    ASSERT_EQ(sockets.size(), 1U);
    EXPECT_EQ(sockets[0].local.host, "::");
}

}  // namespace
}  // namespace sockgrade::observe
