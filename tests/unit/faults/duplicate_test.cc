#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fault_rules.hh"

namespace sockgrade::faults {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Duplicate, DeliversTwiceInARow) {
    EXPECT_THAT(delivered({rule("duplicate", {2})}, {"a", "b", "c"}), ElementsAre("a", "b", "b", "c"));
}

TEST(Duplicate, TheSecondCopyIsTheSameDatagram) {
    FaultPlan plan({rule("duplicate")}, 1);
    const auto outcome = plan.pass(Direction::to_program, 7, "a");
    ASSERT_EQ(outcome.deliver.size(), 2U);
    EXPECT_EQ(outcome.deliver[1].flow, 7U);
    EXPECT_EQ(outcome.deliver[1].bytes, "a");
}

TEST(Duplicate, ArrivesAsOftenAsItSays) {
    EXPECT_THAT(delivered({with_detail(rule("duplicate", {1}), {.copies = 4})}, {"a", "b"}),
                ElementsAre("a", "a", "a", "a", "b"));
}

TEST(Duplicate, DoublesWhatIsLeft) {
    EXPECT_THAT(delivered({with_detail(rule("truncate"), {.bytes = 1}), rule("duplicate")}, {"abc"}),
                ElementsAre("a", "a"));
}

TEST(Duplicate, DoesNotBringBackWhatIsLost) {
    EXPECT_THAT(delivered({rule("drop"), rule("duplicate")}, {"a"}), IsEmpty());
    EXPECT_THAT(delivered({rule("duplicate"), rule("drop")}, {"a"}), IsEmpty());
}

TEST(Duplicate, DoesNotOvertakeWhatIsHeld) {
    EXPECT_THAT(delivered({rule("reorder", {1, 2}), rule("duplicate", {1})}, {"a", "b"}),
                ElementsAre("b", "a", "a"));
    EXPECT_THAT(delivered({rule("duplicate", {1}), rule("reorder", {1, 2})}, {"a", "b"}),
                ElementsAre("b", "a", "a"));
}

}  // namespace
}  // namespace sockgrade::faults
