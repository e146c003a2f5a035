#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fault_rules.hh"

namespace sockgrade::faults {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

FaultRule stranger(std::size_t number) { return with_detail(rule("stranger", {number}), {.text = "mine"}); }

TEST(Stranger, ComesBeforeTheDatagram) {
    FaultPlan plan({stranger(1)}, 1);
    const auto outcome = plan.pass(Direction::to_program, 5, "a");
    EXPECT_THAT(texts_of(outcome.deliver), ElementsAre("mine", "a"));
    EXPECT_EQ(outcome.deliver[0].way, Way::from_stranger);
    EXPECT_EQ(outcome.deliver[0].flow, 5U);
    EXPECT_EQ(outcome.deliver[1].way, Way::usual);
    EXPECT_EQ(outcome.applied.size(), 1U);
}

// Other faults are about the datagram, not about its company.
TEST(Stranger, IsLeftAloneByOtherFaults) {
    EXPECT_THAT(delivered({stranger(1), rule("duplicate")}, {"a"}), ElementsAre("mine", "a", "a"));
    EXPECT_THAT(delivered({stranger(1), with_detail(rule("truncate"), {.bytes = 1})}, {"abc"}),
                ElementsAre("mine", "a"));
}

TEST(Stranger, DoesNotComeBeforeNothing) {
    FaultPlan plan({rule("drop"), stranger(1)}, 1);
    EXPECT_THAT(delivered(plan, {"a"}), IsEmpty());
    EXPECT_EQ(plan.unfired(), 1U);
}

}  // namespace
}  // namespace sockgrade::faults
