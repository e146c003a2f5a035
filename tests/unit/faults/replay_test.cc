#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fault_rules.hh"

namespace sockgrade::faults {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

FaultRule replay(std::size_t number, std::size_t after) {
    return with_detail(rule("replay", {number}), {.after = after});
}

TEST(Replay, ComesAfterSoManyOthers) {
    EXPECT_THAT(delivered({replay(1, 2)}, {"a", "b", "c", "d"}), ElementsAre("a", "b", "c", "a", "d"));
}

// A retry is none of the others.
TEST(Replay, ItsOwnCopiesDoNotCount) {
    EXPECT_THAT(delivered({replay(1, 1)}, {"a", "a", "a", "b"}), ElementsAre("a", "a", "a", "b", "a"));
}

TEST(Replay, ComesAtTheEndOtherwise) {
    EXPECT_THAT(delivered_in_all({replay(1, 0)}, {"a", "b", "c"}), ElementsAre("a", "b", "c", "a"));
    EXPECT_THAT(delivered_in_all({replay(1, 9)}, {"a", "b", "c"}), ElementsAre("a", "b", "c", "a"));
}

// It has happened when the copy has come, not when it was kept.
TEST(Replay, IsToldWhenItHappens) {
    FaultPlan plan({replay(1, 0)}, 1);
    EXPECT_THAT(plan.pass(Direction::to_program, 3, "a").applied, IsEmpty());
    EXPECT_EQ(plan.unfired(), 1U);
    const auto released = plan.release(Direction::to_program);
    ASSERT_EQ(released.applied.size(), 1U);
    EXPECT_EQ(released.applied[0].kind, "replay");
    EXPECT_FALSE(released.applied[0].lost);
    ASSERT_EQ(released.deliver.size(), 1U);
    EXPECT_EQ(released.deliver[0].flow, 3U);
    EXPECT_EQ(plan.unfired(), 0U);
    EXPECT_THAT(plan.release(Direction::to_program).deliver, IsEmpty());
}

TEST(Replay, NothingIsLeftOfALostOne) {
    EXPECT_THAT(delivered_in_all({rule("drop", {1}), replay(1, 0)}, {"a", "b"}), ElementsAre("b"));
}

}  // namespace
}  // namespace sockgrade::faults
