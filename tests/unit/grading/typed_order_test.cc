#include "grading/typed_order.hh"

#include <gtest/gtest.h>

namespace sockgrade::grading {
namespace {

namespace event = model::event;

model::Transcript transcript_of(model::Role role, std::vector<event::What> events) {
    model::Transcript made;
    made.plan.role = role;
    made.plan.given.address = {"127.0.0.1", 23456};
    if (role == model::Role::client) made.plan.given.message = "hello there";
    for (event::What& what : events) made.events.push_back({made.events.size() + 1, 0, std::move(what)});
    return made;
}

const event::Typed kGuessed{"hello there\n", "the message", "", true};
const event::Typed kAsked{"hello there\n", "the message", "Message: ", false};

TEST(TypedOrder, OnlyWhereNobodyCouldKnowAndNothingCameOfIt) {
    EXPECT_TRUE(may_have_been_told_wrongly(transcript_of(model::Role::client, {kGuessed})));
    EXPECT_FALSE(may_have_been_told_wrongly(transcript_of(model::Role::client, {kAsked})));
    EXPECT_FALSE(may_have_been_told_wrongly(transcript_of(model::Role::client, {})));
    EXPECT_FALSE(may_have_been_told_wrongly(
        transcript_of(model::Role::client, {kGuessed, event::Received{"server", "hello there\n", {}}})));
    // On two lines, perhaps.
    EXPECT_TRUE(may_have_been_told_wrongly(
        transcript_of(model::Role::client,
                      {event::Typed{"127.0.0.1 23456\n", "the host and the port", "Where? ", false}})));
}

TEST(TypedOrder, AServerUsesItsPort) {
    const event::Typed port{"23456\n", "the port", "", true};
    const auto bound = [](std::uint16_t number) {
        return event::SocketCall{
            model::event::SocketCall::Call::bind, model::Transport::tcp, {"0.0.0.0", number}};
    };
    EXPECT_FALSE(may_have_been_told_wrongly(transcript_of(model::Role::server, {port, bound(23456)})));
    EXPECT_TRUE(may_have_been_told_wrongly(transcript_of(model::Role::server, {port, bound(12000)})));
}

TEST(TypedOrder, TheMoreIsUsedTheBetter) {
    const event::SocketCall there{
        event::SocketCall::Call::connect, model::Transport::tcp, {"127.0.0.1", 23456}};
    const event::SocketCall elsewhere{
        event::SocketCall::Call::connect, model::Transport::tcp, {"127.0.0.1", 80}};
    const auto use = [](std::vector<event::What> events) {
        return use_of_what_was_given(transcript_of(model::Role::client, std::move(events)));
    };
    EXPECT_LT(use({}), use({elsewhere}));
    EXPECT_LT(use({elsewhere}), use({there}));
    EXPECT_LT(use({there}), use({there, event::Received{"server", "hello there", {}}}));
}

TEST(TypedOrder, TriesUntilAllIsUsed) {
    const auto connect = [](std::uint16_t port) {
        return event::SocketCall{
            model::event::SocketCall::Call::connect, model::Transport::tcp, {"127.0.0.1", port}};
    };
    const model::Transcript dies = transcript_of(model::Role::client, {kGuessed});
    std::vector<std::vector<std::string>> tried;
    const auto found = find_typed_order(dies, [&](const std::vector<std::string>& order) {
        tried.push_back(order);
        if (order == std::vector<std::string>{"port", "message"})
            return transcript_of(model::Role::client,
                                 {kGuessed, connect(23456), event::Received{"server", "hello there", {}}});
        return dies;
    });
    EXPECT_EQ(found, (std::vector<std::string>{"port", "message"}));
    EXPECT_EQ(tried.back(), found);
    EXPECT_TRUE(find_typed_order(transcript_of(model::Role::client, {kAsked}), nullptr).empty());
}

TEST(TypedOrder, SaysSo) {
    EXPECT_EQ(note_of_typed_order({"host port", "message"}),
              "it asks without saying for what, so it was told, line by line, the host and the port in one "
              "line and "
              "the message");
}

}  // namespace
}  // namespace sockgrade::grading
