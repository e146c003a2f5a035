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
model::FaultRule rule(const char* kind, std::vector<std::size_t> numbers) {
    return {kind, Direction::to_program, std::move(numbers), {}, 1, 100};
}
event::Sent sent(const char* bytes) { return {"client", bytes, {}}; }
event::FaultApplied applied(const char* kind, std::size_t number, const char* bytes,
                            std::size_t occurrence = 1) {
    return {kind, Direction::to_program, number, occurrence, bytes};
}

std::string told(const model::Transcript& transcript) {
    std::string text;
    for (const Delivery& one : deliveries(transcript)) {
        const char* const words[] = {"", "again ", "held ", "late ", "dropped "};
        text += (text.empty() ? "" : ", ") + std::string(words[static_cast<int>(one.how)]) + one.bytes;
        text += " at " + std::to_string(one.at + 1);
    }
    return text;
}

TEST(Deliveries, WithoutFaultsEachIsThereWhenItIsSent) {
    EXPECT_EQ(told(with({}, {sent("a"), event::Printed{false, "x"}, sent("b")})), "a at 1, b at 3");
    EXPECT_EQ(told({}), "");
}

TEST(Deliveries, WhatAFaultHitsIsDecidedWhereTheLinkDidIt) {
    EXPECT_EQ(told(with({rule("drop", {2}), rule("duplicate", {3})},
                        {sent("a"), sent("b"), applied("drop", 2, "b"), sent("c"),
                         applied("duplicate", 3, "c"), sent("d")})),
              "a at 1, dropped b at 3, c at 5, again c at 5, d at 6");
}

TEST(Deliveries, SwappedOnesComeInTheOrderOfTheirDelivery) {
    EXPECT_EQ(told(with({rule("reorder", {1, 2})}, {sent("a"), applied("reorder", 1, "a"), sent("b"),
                                                    applied("reorder", 2, "b"), sent("c")})),
              "held a at 2, b at 4, late a at 4, c at 5");
}

// The link looks at a burst only after all of it was sent.
TEST(Deliveries, WhatWasSentBehindOneThatWaitsWaitsToo) {
    EXPECT_EQ(told(with({rule("reorder", {1, 2}), rule("drop", {3})},
                        {sent("a"), sent("b"), sent("c"), sent("d"), applied("reorder", 1, "a"),
                         applied("reorder", 2, "b"), applied("drop", 3, "c")})),
              "held a at 5, b at 6, late a at 6, dropped c at 7, d at 7");
}

TEST(Deliveries, OnlyTheCopyThatWasHitIsLost) {
    EXPECT_EQ(told(with({rule("drop", {1})}, {sent("a"), applied("drop", 1, "a"), sent("a")})),
              "dropped a at 2, a at 3");
}

TEST(Deliveries, WhatIsHeldComesWhenNothingElseDoes) {
    const event::StepEnded quiet{0, model::WaitEnd::quiet, ""};
    EXPECT_EQ(told(with({rule("reorder", {1, 2})}, {sent("a"), applied("reorder", 1, "a"), quiet})),
              "held a at 2, late a at 3");
    EXPECT_EQ(told(with({rule("reorder", {1, 2})}, {sent("a"), applied("reorder", 1, "a")})),
              "held a at 2, late a at 2");
}

TEST(Deliveries, AFaultThatNobodyKnowsChangesNothing) {
    EXPECT_EQ(told(with({rule("melt", {1})}, {sent("a"), applied("melt", 1, "a"), sent("b")})),
              "a at 2, b at 3");
}

}  // namespace
}  // namespace sockgrade::faults
