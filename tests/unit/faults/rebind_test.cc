#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fault_rules.hh"

namespace sockgrade::faults {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Rebind, TheDatagramComesFromANewPort) {
    FaultPlan plan({rule("rebind", {2})}, 1);
    EXPECT_EQ(plan.pass(Direction::to_program, 0, "a").deliver.at(0).way, Way::usual);
    const auto outcome = plan.pass(Direction::to_program, 0, "b");
    EXPECT_THAT(texts_of(outcome.deliver), ElementsAre("b"));
    EXPECT_EQ(outcome.deliver[0].way, Way::from_new_port);
    EXPECT_EQ(outcome.applied.size(), 1U);
    EXPECT_EQ(plan.pass(Direction::to_program, 0, "c").deliver.at(0).way, Way::usual)
        << "the link stays there";
}

TEST(Rebind, ALostDatagramMovesNobody) {
    FaultPlan plan({rule("drop"), rule("rebind")}, 1);
    EXPECT_THAT(plan.pass(Direction::to_program, 0, "a").deliver, IsEmpty());
    EXPECT_EQ(plan.unfired(), 1U);
}

TEST(Rebind, ACopyDoesNotMoveItAgain) {
    FaultPlan plan({rule("rebind"), rule("duplicate")}, 1);
    const auto outcome = plan.pass(Direction::to_program, 0, "a");
    ASSERT_EQ(outcome.deliver.size(), 2U);
    EXPECT_EQ(outcome.deliver[1].way, Way::usual);
}

}  // namespace
}  // namespace sockgrade::faults
