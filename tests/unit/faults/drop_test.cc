#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fault_rules.hh"

namespace sockgrade::faults {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Drop, LosesTheDatagramsOfTheseNumbers) {
    EXPECT_THAT(delivered({rule("drop", {2, 3})}, {"a", "b", "c", "d"}), ElementsAre("a", "d"));
}

TEST(Drop, LosesEverythingWithoutNumbers) { EXPECT_THAT(delivered({rule("drop")}, {"a", "b"}), IsEmpty()); }

TEST(Drop, LosesWhatContainsAText) {
    FaultRule lossy = rule("drop");
    lossy.containing = "ell";
    EXPECT_THAT(delivered({lossy}, {"hello", "help", "bell"}), ElementsAre("help"));
}

TEST(Drop, NumberAndTextBothHaveToFit) {
    FaultRule lossy = rule("drop", {1});
    lossy.containing = "b";
    EXPECT_THAT(delivered({lossy}, {"a", "b"}), ElementsAre("a", "b"));
    EXPECT_THAT(delivered({lossy}, {"b", "a"}), ElementsAre("a"));
}

// A retry is another copy of the same datagram: it keeps its number.
TEST(Drop, LosesTheFirstCopiesOnly) {
    EXPECT_THAT(delivered({rule("drop", {1})}, {"a", "a", "b", "a"}), ElementsAre("a", "b", "a"));
    FaultRule twice = rule("drop", {1});
    twice.times = 2;
    EXPECT_THAT(delivered({twice}, {"a", "a", "a", "b"}), ElementsAre("a", "b"));
    twice.times = 0;
    EXPECT_THAT(delivered({twice}, {"a", "a"}), ElementsAre("a", "a"));
}

TEST(Drop, ARetryDoesNotMoveTheNumbersOfOthers) {
    EXPECT_THAT(delivered({rule("drop", {2})}, {"a", "a", "a", "b", "c"}), ElementsAre("a", "a", "a", "c"));
}

TEST(Drop, TakesEmptyAndBinaryDatagramsLikeOthers) {
    const std::string binary("\0\xff", 2);
    EXPECT_THAT(delivered({rule("drop", {2})}, {"", binary, "x"}), ElementsAre("", "x"));
    EXPECT_THAT(delivered({rule("drop", {1})}, {"", binary, "x"}), ElementsAre(binary, "x"));
}

}  // namespace
}  // namespace sockgrade::faults
