#include "base/random.hh"

#include <gtest/gtest.h>

#include <set>

namespace sockgrade {
namespace {

TEST(RandomStream, GivesTheSameNumbersForTheSameSeedForEver) {
    RandomStream stream(7);
    EXPECT_EQ(stream.next(), 7191089600892374487U);
    EXPECT_EQ(stream.next(), 309689372594955804U);
}

TEST(RandomStream, StaysBelowItsBoundAndReachesAll) {
    RandomStream stream(1);
    std::set<std::uint64_t> seen;
    for (int i = 0; i < 200; ++i) {
        const std::uint64_t draw = stream.below(6);
        ASSERT_LT(draw, 6U);
        seen.insert(draw);
    }
    EXPECT_EQ(seen.size(), 6U);
}

TEST(Mix, DependsOnEveryPartAndTheirOrder) {
    EXPECT_NE(mix({1, 2}), mix({2, 1}));
    EXPECT_NE(mix({1}), mix({1, 0}));
    EXPECT_EQ(hash_of("case"), hash_of("case"));
    EXPECT_NE(hash_of("case"), hash_of("Case"));
}

}  // namespace
}  // namespace sockgrade
