#include "faults/deliveries.hh"

#include <gtest/gtest.h>

#include <initializer_list>
#include <utility>

namespace sockgrade::faults {
namespace {

namespace event = model::event;
using How = Delivery::How;
using model::Direction;

model::Transcript with(std::vector<model::FaultRule> rules, std::initializer_list<event::What> happenings) {
    model::Transcript transcript;
    transcript.plan.transport = model::Transport::udp;
    transcript.plan.faults = std::move(rules);
    for (const event::What& what : happenings)
        transcript.events.push_back({transcript.events.size() + 1, 0, what});
    return transcript;
}
model::FaultRule rule_for(const char* kind, std::vector<std::size_t> numbers) {
    return {kind, Direction::to_program, std::move(numbers), {}, 1, 100};
}
event::Sent was_sent(const char* bytes) { return {"client", bytes, {}}; }
event::FaultApplied was_applied(const char* kind, std::size_t number, const char* bytes,
                                std::size_t occurrence = 1) {
    return {kind,    Direction::to_program, number, occurrence, bytes, std::string(kind) == "drop", {}, 0,
            "client"};
}
event::Delivered was_delivered(std::size_t number, const char* bytes, std::size_t occurrence = 1,
                               event::Delivered::Way way = {}) {
    return {"client", Direction::to_program, number, occurrence, bytes, way, {"127.0.0.1", 40000}};
}

std::string told(const model::Transcript& transcript) {
    std::string text;
    for (const Delivery& one : deliveries(transcript)) {
        const char* const words[] = {"", "again ", "held ", "late ", "dropped ", "strange ", "moved "};
        text += (text.empty() ? "" : ", ") + std::string(words[static_cast<int>(one.how)]) + one.bytes;
        text += " at " + std::to_string(one.at + 1);
    }
    return text;
}

TEST(Deliveries, WithoutFaultsEachIsThereWhenItIsSent) {
    EXPECT_EQ(told(with({}, {was_sent("a"), event::Printed{false, "x"}, was_sent("b")})), "a at 1, b at 3");
    EXPECT_EQ(told({}), "");
}

TEST(Deliveries, WhatAFaultHitsIsDecidedWhereTheLinkDidIt) {
    EXPECT_EQ(told(with({rule_for("drop", {2}), rule_for("duplicate", {3})},
                        {was_sent("a"), was_delivered(1, "a"), was_sent("b"), was_applied("drop", 2, "b"),
                         was_sent("c"), was_applied("duplicate", 3, "c"), was_delivered(3, "c"),
                         was_delivered(3, "c"), was_sent("d")})),
              "a at 2, dropped b at 4, c at 7, again c at 8");
}

TEST(Deliveries, SwappedOnesComeInTheOrderOfTheirDelivery) {
    EXPECT_EQ(told(with({rule_for("reorder", {1, 2})},
                        {was_sent("a"), was_applied("reorder", 1, "a"), was_sent("b"),
                         was_applied("reorder", 2, "b"), was_delivered(2, "b"), was_delivered(1, "a"),
                         was_sent("c"), was_delivered(3, "c")})),
              "held a at 2, b at 5, late a at 6, c at 8");
}

TEST(Deliveries, OnlyTheCopyThatWasHitIsLost) {
    EXPECT_EQ(told(with({rule_for("drop", {1})}, {was_sent("a"), was_applied("drop", 1, "a"), was_sent("a"),
                                                  was_delivered(1, "a", 2)})),
              "dropped a at 2, a at 4");
}

TEST(Deliveries, WhatIsHeldForEverNeverComes) {
    EXPECT_EQ(told(with({rule_for("delay", {1})}, {was_sent("a"), was_applied("delay", 1, "a")})),
              "held a at 2");
}

TEST(Deliveries, ChangedBytesAreThoseThatCame) {
    EXPECT_EQ(
        told(with({rule_for("corrupt", {1})}, {was_sent("a"), was_applied("corrupt", 1, "a"),
                                               was_delivered(1, "x"), was_sent("b"), was_delivered(2, "b")})),
        "x at 3, b at 5");
}

TEST(Deliveries, CompanyIsNotTheDatagram) {
    using Way = event::Delivered::Way;
    EXPECT_EQ(
        told(with({rule_for("stranger", {1}), rule_for("rebind", {2})},
                  {was_sent("a"), was_applied("stranger", 1, "a"),
                   was_delivered(1, "WRONG", 1, Way::from_stranger), was_delivered(1, "a"), was_sent("b"),
                   was_applied("rebind", 2, "b"), was_delivered(2, "b", 1, Way::from_new_port)})),
        "strange WRONG at 3, a at 4, moved b at 7");
}

// A saved transcript may have been written by anyone.
TEST(Deliveries, WhatNobodySentIsLeftOut) {
    EXPECT_EQ(told(with({rule_for("drop", {1})},
                        {was_sent("a"), was_applied("drop", 1, "a", 9), was_delivered(1, "z", 0),
                         was_delivered(1, "z"), event::FaultApplied{}, event::Delivered{}})),
              "");
}

}  // namespace
}  // namespace sockgrade::faults
