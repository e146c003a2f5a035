#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fault_rules.hh"

namespace sockgrade::faults {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Reorder, TwoChangePlaces) {
    EXPECT_THAT(delivered({rule("reorder", {2, 3})}, {"a", "b", "c", "d"}), ElementsAre("a", "c", "b", "d"));
}

TEST(Reorder, ThreeComeOutInReverse) {
    EXPECT_THAT(delivered({rule("reorder", {1, 2, 3})}, {"a", "b", "c", "d"}),
                ElementsAre("c", "b", "a", "d"));
}

TEST(Reorder, TheOrderInWhichTheyAreListedIsNoMatter) {
    EXPECT_THAT(delivered({rule("reorder", {3, 1, 2})}, {"a", "b", "c"}), ElementsAre("c", "b", "a"));
}

TEST(Reorder, WhatStandsBetweenThemPasses) {
    EXPECT_THAT(delivered({rule("reorder", {1, 3})}, {"a", "b", "c"}), ElementsAre("b", "c", "a"));
}

TEST(Reorder, WhatIsHeldIsReleasedOnce) {
    FaultPlan plan({rule("reorder", {1, 2, 3})}, 1);
    EXPECT_THAT(delivered(plan, {"a", "b"}), IsEmpty());
    EXPECT_THAT(plan.release(Direction::from_program), IsEmpty());
    EXPECT_THAT(texts_of(plan.release(Direction::to_program)), ElementsAre("a", "b"));
    EXPECT_THAT(plan.release(Direction::to_program), IsEmpty());
    EXPECT_THAT(delivered(plan, {"c", "d"}), ElementsAre("c", "d"));
}

// A retry of a held datagram is what a program sends that waits for an answer: it must get through.
TEST(Reorder, ARetryIsNotHeld) {
    EXPECT_THAT(delivered({rule("reorder", {1, 2})}, {"a", "a", "b"}), ElementsAre("a", "b", "a"));
}

TEST(Reorder, TheLostLastOneStillFreesTheOthers) {
    EXPECT_THAT(delivered({rule("drop", {2}), rule("reorder", {1, 2})}, {"a", "b", "c"}),
                ElementsAre("a", "c"));
}

TEST(Reorder, ReleaseKeepsEachDatagramsFlow) {
    FaultPlan plan({rule("reorder", {1, 2})}, 1);
    plan.pass(Direction::to_program, 4, "a");
    const auto after = plan.pass(Direction::to_program, 5, "b").deliver;
    ASSERT_EQ(after.size(), 2U);
    EXPECT_EQ(after[0].flow, 5U);
    EXPECT_EQ(after[1].flow, 4U);
}

}  // namespace
}  // namespace sockgrade::faults
