#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fault_rules.hh"

namespace sockgrade::faults {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Empty, ComesInTheirPlace) {
    EXPECT_THAT(delivered({rule("empty", {2})}, {"a", "b", "c"}), ElementsAre("a", "", "c"));
    FaultPlan plan({rule("empty")}, 1);
    EXPECT_EQ(plan.pass(Direction::to_program, 0, "a").applied.at(0).instead, "");
}

TEST(Empty, OrBeforeIt) {
    FaultPlan plan({with_detail(rule("empty", {2}), {.before = true})}, 1);
    EXPECT_THAT(delivered(plan, {"a"}), ElementsAre("a"));
    const auto outcome = plan.pass(Direction::to_program, 4, "b");
    EXPECT_THAT(texts_of(outcome.deliver), ElementsAre("", "b"));
    EXPECT_EQ(outcome.deliver[0].flow, 4U);
    ASSERT_EQ(outcome.applied.size(), 1U);
    EXPECT_EQ(outcome.applied[0].instead, std::nullopt) << "it comes too";
}

TEST(Empty, NothingComesOfALostOne) {
    EXPECT_THAT(delivered({rule("drop"), rule("empty")}, {"a"}), IsEmpty());
}

TEST(Empty, AnEmptyOneStaysWhatItIs) {
    FaultPlan plan({rule("empty")}, 1);
    EXPECT_THAT(plan.pass(Direction::to_program, 0, "").applied, IsEmpty());
}

}  // namespace
}  // namespace sockgrade::faults
