#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

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
    EXPECT_THAT(plan.release(Direction::from_program).deliver, IsEmpty());
    EXPECT_THAT(texts_of(plan.release(Direction::to_program).deliver), ElementsAre("a", "b"));
    EXPECT_THAT(plan.release(Direction::to_program).deliver, IsEmpty());
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

TEST(Reorder, OneWaitsForAnother) {
    const FaultRule late = with_detail(rule("reorder", {1}), {.until = until_number(3)});
    EXPECT_THAT(delivered({late}, {"a", "b", "c", "d"}), ElementsAre("b", "c", "a", "d"));
    EXPECT_THAT(delivered_in_all({late}, {"a", "b"}), ElementsAre("b", "a"));
    EXPECT_THAT(delivered({late}, {"a", "a", "b"}), ElementsAre("a", "b")) << "the retry gets through";
}

FaultRule window(std::size_t size) { return with_detail(rule("reorder"), {.window = size}); }

// Each group comes out as a permutation of itself, and never as it came.
TEST(Reorder, AWindowIsAPermutation) {
    for (std::size_t size = 2; size <= 7; ++size) {
        for (std::uint64_t seed = 0; seed < 100; ++seed) {
            const Texts sent = numbered(size * 3);
            const Texts got = delivered({window(size)}, sent, seed);
            ASSERT_EQ(got.size(), sent.size());
            for (std::size_t group = 0; group < 3; ++group) {
                const auto from = static_cast<std::ptrdiff_t>(group * size);
                const auto to = from + static_cast<std::ptrdiff_t>(size);
                const Texts before(sent.begin() + from, sent.begin() + to);
                const Texts after(got.begin() + from, got.begin() + to);
                EXPECT_THAT(after, testing::UnorderedElementsAreArray(before));
                EXPECT_NE(after, before);
            }
        }
    }
}

TEST(Reorder, EveryOrderOfAWindowComesUp) {
    std::set<Texts> orders;
    for (std::uint64_t seed = 0; seed < 200; ++seed)
        orders.insert(delivered({window(3)}, {"a", "b", "c"}, seed));
    EXPECT_EQ(orders.size(), 5U) << "six, less the one in which they came";
}

TEST(Reorder, ARetryDoesNotShiftAWindow) {
    const Texts got = delivered({window(2)}, {"a", "b", "b", "a", "c", "d"});
    EXPECT_THAT(got, ElementsAre("b", "a", "b", "a", "d", "c"));
}

TEST(Reorder, AWindowWithALossIsStillFull) {
    EXPECT_THAT(delivered({rule("drop", {2}), window(2)}, {"a", "b", "c", "d"}), ElementsAre("a", "d", "c"));
}

TEST(Reorder, WhatIsLeftOfAWindowIsReleased) {
    EXPECT_THAT(delivered_in_all({window(3)}, {"a", "b"}), ElementsAre("b", "a"));
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
