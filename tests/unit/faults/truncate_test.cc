#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fault_rules.hh"

namespace sockgrade::faults {
namespace {

using testing::ElementsAre;

FaultRule cut(std::size_t bytes) { return with_detail(rule("truncate"), {.bytes = bytes}); }

TEST(Truncate, LeavesTheFirstBytes) {
    EXPECT_THAT(delivered({cut(3)}, {"hello", std::string("\0\1\2\3", 4)}),
                ElementsAre("hel", std::string("\0\1\2", 3)));
}

TEST(Truncate, WhatIsShortEnoughStays) {
    FaultPlan plan({cut(3)}, 1);
    EXPECT_THAT(delivered(plan, {"abc", "", "ab"}), ElementsAre("abc", "", "ab"));
    EXPECT_EQ(plan.unfired(), 1U);
}

TEST(Truncate, TellsWhatArrives) {
    FaultPlan plan({cut(1)}, 1);
    EXPECT_EQ(plan.pass(Direction::to_program, 0, "abc").applied.at(0).instead, "a");
}

}  // namespace
}  // namespace sockgrade::faults
