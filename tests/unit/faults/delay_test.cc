#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fault_rules.hh"

namespace sockgrade::faults {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

FaultRule delay(std::size_t number, model::FaultDetail detail) {
    return with_detail(rule("delay", {number}), std::move(detail));
}

TEST(Delay, HoldsUntilSoManyOthersHavePassed) {
    EXPECT_THAT(delivered({delay(1, {.after = 2})}, {"a", "b", "c", "d"}), ElementsAre("b", "c", "a", "d"));
}

TEST(Delay, ALostOneHasPassedToo) {
    EXPECT_THAT(delivered({rule("drop", {2}), delay(1, {.after = 1})}, {"a", "b", "c"}),
                ElementsAre("a", "c"));
}

TEST(Delay, ARetryGetsThroughAndDoesNotCount) {
    EXPECT_THAT(delivered({delay(1, {.after = 1})}, {"a", "a", "b"}), ElementsAre("a", "b", "a"));
}

TEST(Delay, HoldsUntilACertainOneHasPassed) {
    EXPECT_THAT(delivered({delay(1, {.until = until_number(3)})}, {"a", "b", "c", "d"}),
                ElementsAre("b", "c", "a", "d"));
}

TEST(Delay, ElseUntilNothingElseHappens) {
    EXPECT_THAT(delivered({delay(1, {})}, {"a", "b"}), ElementsAre("b"));
    EXPECT_THAT(delivered_in_all({delay(1, {})}, {"a", "b"}), ElementsAre("b", "a"));
    EXPECT_THAT(delivered_in_all({delay(1, {.after = 5})}, {"a", "b"}), ElementsAre("b", "a"));
}

// The link has the clock.
TEST(Delay, MillisecondsAreLeftToTheLink) {
    FaultPlan plan({delay(1, {.ms = 20}), delay(1, {.ms = 5})}, 1);
    const auto outcome = plan.pass(Direction::to_program, 0, "a");
    ASSERT_EQ(outcome.deliver.size(), 1U);
    EXPECT_EQ(outcome.deliver[0].wait.count(), 25);
    EXPECT_EQ(outcome.applied.size(), 2U);
    EXPECT_THAT(plan.release(Direction::to_program).deliver, IsEmpty());
}

}  // namespace
}  // namespace sockgrade::faults
