#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "fault_rules.hh"

namespace sockgrade::faults {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Texts one_corrupted(const std::string& text, std::uint64_t seed, std::size_t at = 0) {
    return delivered({with_detail(rule("corrupt"), {.at = at})}, {text}, seed);
}

std::vector<std::size_t> differences(const std::string& a, const std::string& b) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i] != b[i]) places.push_back(i);
    return places;
}

// What is called corruption is not loss, and not nothing: one byte differs, whatever the seed.
TEST(Corrupt, ExactlyOneByteIsAnother) {
    for (std::uint64_t seed = 0; seed < 5000; ++seed) {
        const std::string text = "message " + std::to_string(seed % 7);
        const Texts got = one_corrupted(text, seed);
        ASSERT_EQ(got.size(), 1U);
        ASSERT_EQ(got[0].size(), text.size());
        ASSERT_EQ(differences(got[0], text).size(), 1U) << "seed " << seed;
    }
}

TEST(Corrupt, TheByteThatWasAskedFor) {
    EXPECT_THAT(differences(one_corrupted("hello", 1, 2)[0], "hello"), ElementsAre(1));
    EXPECT_THAT(differences(one_corrupted("hello", 1, 5)[0], "hello"), ElementsAre(4));
}

// Chi-square with 9 degrees of freedom: 35.6 is passed once in 20,000.
TEST(Corrupt, EveryPlaceIsAsLikely) {
    constexpr std::size_t kRounds = 10'000;
    const std::string text = "0123456789";
    std::vector<double> hits(text.size(), 0);
    std::set<char> values;
    for (std::uint64_t seed = 0; seed < kRounds; ++seed) {
        const std::string got = one_corrupted(text, seed)[0];
        const std::size_t place = differences(got, text).at(0);
        ++hits[place];
        if (place == 0) values.insert(got[0]);
    }
    double chi_square = 0;
    const double expected = kRounds / 10.0;
    for (const double count : hits) chi_square += (count - expected) * (count - expected) / expected;
    EXPECT_LT(chi_square, 35.6);
    EXPECT_GT(values.size(), 200U) << "all other values";
}

TEST(Corrupt, NothingIsToBeChangedInWhatIsTooShort) {
    FaultPlan plan({with_detail(rule("corrupt"), {.at = 3})}, 1);
    EXPECT_THAT(plan.pass(Direction::to_program, 0, "ab").applied, IsEmpty());
    EXPECT_THAT(plan.pass(Direction::to_program, 0, "").applied, IsEmpty());
    EXPECT_EQ(plan.unfired(), 1U);
}

TEST(Corrupt, TellsWhatArrives) {
    FaultPlan plan({rule("corrupt")}, 1);
    const auto outcome = plan.pass(Direction::to_program, 0, "abc");
    ASSERT_EQ(outcome.applied.size(), 1U);
    EXPECT_EQ(outcome.applied[0].datagram.bytes, "abc");
    EXPECT_EQ(outcome.applied[0].instead, outcome.deliver.at(0).bytes);
    EXPECT_FALSE(outcome.applied[0].lost);
}

}  // namespace
}  // namespace sockgrade::faults
