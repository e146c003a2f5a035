#include "shrink/ddmin.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace sockgrade::shrink {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Parts up_to(std::size_t count) {
    Parts parts(count);
    std::iota(parts.begin(), parts.end(), std::size_t{1});
    return parts;
}

// Fails when all of these are there.
Fails needs(const Parts& culprits) {
    return [culprits](const Parts& kept) {
        return std::includes(kept.begin(), kept.end(), culprits.begin(), culprits.end());
    };
}

TEST(Ddmin, FindsTheOnlyCulprit) {
    for (std::size_t culprit = 1; culprit <= 9; ++culprit)
        EXPECT_THAT(ddmin(up_to(9), false, needs({culprit})), ElementsAre(culprit));
}

TEST(Ddmin, FindsCulpritsThatStandApart) {
    EXPECT_THAT(ddmin(up_to(8), true, needs({1, 8})), ElementsAre(1, 8));
    EXPECT_THAT(ddmin(up_to(30), true, needs({3, 4, 17, 29})), ElementsAre(3, 4, 17, 29));
    EXPECT_THAT(ddmin(up_to(5), false, needs(up_to(5))), ElementsAre(1, 2, 3, 4, 5));
}

TEST(Ddmin, LeavesNothingWhereNothingIsNeededAndThatIsAllowed) {
    EXPECT_THAT(ddmin(up_to(6), true, needs({})), IsEmpty());
    EXPECT_EQ(ddmin(up_to(6), false, needs({})).size(), 1U);
    EXPECT_THAT(ddmin({}, true, needs({})), IsEmpty());
    EXPECT_THAT(ddmin({7}, false, needs({})), ElementsAre(7));
}

// What fails by number and not by name has many smallest sets; one of them it must be.
TEST(Ddmin, IsMinimalPartByPart) {
    const Fails three_of_them = [](const Parts& kept) { return kept.size() >= 3; };
    EXPECT_EQ(ddmin(up_to(20), true, three_of_them).size(), 3U);
    const Fails odd_and_even = [](const Parts& kept) {
        return std::any_of(kept.begin(), kept.end(), [](std::size_t one) { return one % 2 == 0; }) &&
               std::any_of(kept.begin(), kept.end(), [](std::size_t one) { return one % 2 == 1; });
    };
    EXPECT_EQ(ddmin(up_to(20), true, odd_and_even).size(), 2U);
}

// All pairs and triples among seven, so that every way of cutting comes up.
TEST(Ddmin, FindsEverySetOfCulprits) {
    for (std::size_t set = 1; set < 128; ++set) {
        Parts culprits;
        for (std::size_t i = 0; i < 7; ++i)
            if ((set >> i & 1U) != 0) culprits.push_back(i + 1);
        EXPECT_EQ(ddmin(up_to(7), true, needs(culprits)), culprits);
    }
}

TEST(Ddmin, TakesFewTriesForOneCulprit) {
    std::size_t tries = 0;
    const auto counted = [&](const Parts& kept) { return ++tries, needs({700})(kept); };
    EXPECT_THAT(ddmin(up_to(1024), true, counted), ElementsAre(700));
    EXPECT_LE(tries, 21U);
}

TEST(Ddmin, EndsWhenNothingIsAnsweredAnyMore) {
    std::size_t left = 3;
    const auto until_tired = [&](const Parts& kept) { return left > 0 && --left > 0 && needs({2})(kept); };
    const Parts found = ddmin(up_to(16), false, until_tired);
    EXPECT_TRUE(needs({2})(found));
    EXPECT_LT(found.size(), 16U);
    EXPECT_GT(found.size(), 1U);
}

}  // namespace
}  // namespace sockgrade::shrink
