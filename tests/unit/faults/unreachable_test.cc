#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fault_rules.hh"

namespace sockgrade::faults {
namespace {

using testing::IsEmpty;

TEST(Unreachable, TheDatagramIsRefused) {
    FaultPlan plan({rule("unreachable", {1}, Direction::from_program)}, 1);
    const auto outcome = plan.pass(Direction::from_program, 2, "a");
    ASSERT_EQ(outcome.deliver.size(), 1U);
    EXPECT_EQ(outcome.deliver[0].way, Way::refused);
    EXPECT_EQ(outcome.deliver[0].flow, 2U);
    ASSERT_EQ(outcome.applied.size(), 1U);
    EXPECT_TRUE(outcome.applied[0].lost);
    EXPECT_EQ(plan.pass(Direction::from_program, 2, "a").deliver.at(0).way, Way::usual) << "the retry";
}

// Nothing may come of it by another way.
TEST(Unreachable, ARefusedOneIsNeitherDoubledNorPlayedBack) {
    for (const char* kind : {"duplicate", "replay", "empty"}) {
        FaultPlan plan(
            {rule("unreachable", {}, Direction::from_program), rule(kind, {}, Direction::from_program)}, 1);
        EXPECT_EQ(plan.pass(Direction::from_program, 0, "a").deliver.size(), 1U) << kind;
        EXPECT_THAT(plan.release(Direction::from_program).deliver, IsEmpty()) << kind;
    }
}

TEST(Unreachable, AllCopiesAreRefusedOnce) {
    FaultPlan plan(
        {rule("duplicate", {}, Direction::from_program), rule("unreachable", {}, Direction::from_program)},
        1);
    EXPECT_EQ(plan.pass(Direction::from_program, 0, "a").deliver.size(), 1U);
}

}  // namespace
}  // namespace sockgrade::faults
