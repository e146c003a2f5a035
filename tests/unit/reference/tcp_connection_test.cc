#include "reference/tcp_connection.hh"

#include <gtest/gtest.h>
#include <sys/socket.h>

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "reference/tcp_listener.hh"
#include "system/socket_address.hh"

namespace sockgrade::reference {
namespace {

namespace event = model::event;

// A client that is faster than the one who accepts: it has connected, spoken and reset before anybody looks.
TEST(TcpConnection, WhatCameBeforeAResetIsReadThoughItWasAcceptedAfterwards) {
    system::EventLoop loop;
    std::optional<Accepted> accepted;
    TcpListener listener(loop, {"127.0.0.1", 0}, Door::hidden, {},
                         [&](Accepted one) { accepted = std::move(one); });
    const model::Address there = listener.address();
    system::Fd client(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const system::SocketAddress to = system::to_system(there);
    ASSERT_EQ(::connect(client.get(), to.get(), to.length), 0);
    const model::Address own = *system::local_address(client.get());
    ASSERT_EQ(::send(client.get(), "hello", 5, MSG_NOSIGNAL), 5);
    reset_and_close(std::move(client));

    listener.accept_one();
    ASSERT_TRUE(accepted.has_value());
    EXPECT_EQ(accepted->remote, own);
    std::vector<event::What> events;
    TcpConnection connection(loop, std::move(*accepted), "receiver", 1000,
                             [&](event::What what) { events.push_back(std::move(what)); });
    loop.drain();
    EXPECT_EQ(connection.received(), "hello");
    EXPECT_TRUE(connection.program_reset());
    ASSERT_EQ(events.size(), 3U);
    ASSERT_TRUE(std::holds_alternative<event::Opened>(events[0]));
    EXPECT_EQ(std::get<event::Opened>(events[0]).remote, own);
    EXPECT_TRUE(std::holds_alternative<event::Received>(events[1]));
    EXPECT_TRUE(std::holds_alternative<event::ResetSeen>(events[2]));
}

}  // namespace
}  // namespace sockgrade::reference
