#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fault_rules.hh"

namespace sockgrade::faults {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

FaultRule hole(std::size_t from, std::size_t most, model::Until until = {}) {
    return with_detail(rule("blackhole", {from}), {.most = most, .until = std::move(until)});
}

TEST(Blackhole, SwallowsFromOneOn) {
    EXPECT_THAT(delivered_in_all({hole(2, 0)}, {"a", "b", "c", "a"}), ElementsAre("a"));
}

TEST(Blackhole, EndsWhenEnoughAreGone) {
    EXPECT_THAT(delivered({hole(2, 3)}, {"a", "b", "b", "c", "d"}), ElementsAre("a", "d"));
}

TEST(Blackhole, EndsWithTheOneThatGetsThrough) {
    EXPECT_THAT(delivered({hole(1, 0, until_number(3))}, {"a", "b", "a", "c", "a"}), ElementsAre("c", "a"));
}

TEST(Blackhole, WhatEndsItMayBeItsFirst) {
    EXPECT_THAT(delivered({hole(1, 0, until_number(1))}, {"a", "b"}), ElementsAre("a", "b"));
}

TEST(Blackhole, OpensOnce) {
    FaultRule any = with_detail(rule("blackhole", {1, 3}), {.most = 1});
    EXPECT_THAT(delivered({any}, {"a", "b", "c"}), ElementsAre("b", "c"));
}

TEST(Blackhole, TellsEachLoss) {
    FaultPlan plan({hole(1, 2)}, 1);
    for (const char* text : {"a", "b"}) {
        const auto applied = plan.pass(Direction::to_program, 0, text).applied;
        ASSERT_EQ(applied.size(), 1U);
        EXPECT_TRUE(applied[0].lost);
        EXPECT_EQ(applied[0].datagram.bytes, text);
    }
    EXPECT_THAT(plan.pass(Direction::to_program, 0, "c").applied, IsEmpty());
}

TEST(Blackhole, HasItsOwnDirection) {
    FaultPlan plan({hole(1, 0)}, 1);
    EXPECT_THAT(delivered(plan, {"a"}), IsEmpty());
    EXPECT_THAT(delivered(plan, {"a"}, Direction::from_program), ElementsAre("a"));
}

}  // namespace
}  // namespace sockgrade::faults
