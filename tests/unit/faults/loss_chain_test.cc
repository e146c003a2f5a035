#include "faults/loss_chain.hh"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace sockgrade::faults {
namespace {

using model::LossChain;

constexpr std::size_t kLong = 200'000;

LossChain gilbert(std::uint32_t p, std::uint32_t r, std::uint32_t bad = 1'000'000, std::uint32_t good = 0,
                  std::size_t messages = kLong) {
    return {LossChain::Model::gilbert_elliott, {p, r, bad, good}, messages};
}

LossChain four(std::vector<std::uint32_t> chances) {
    return {LossChain::Model::four_state, std::move(chances), kLong};
}

struct Runs {
    double loss;
    double mean;
    double count;
};

Runs runs_of(const std::vector<std::size_t>& lost, std::size_t messages) {
    double count = 0;
    for (std::size_t i = 0; i < lost.size(); ++i)
        if (i == 0 || lost[i] != lost[i - 1] + 1) ++count;
    const auto total = static_cast<double>(lost.size());
    return {total / static_cast<double>(messages), total / count, count};
}

// Neighbours are alike in a chain, so its rate strays more than that of single draws: by the time that it
// takes to forget, (1 + c) / (1 - c) with c the correlation of neighbours.
double sigma_of_rate(double rate, double correlation) {
    return std::sqrt(rate * (1 - rate) * (1 + correlation) / (1 - correlation) / static_cast<double>(kLong));
}

TEST(LossChain, GilbertElliottLosesAsMuchAsTheFormulaSays) {
    struct Case {
        std::uint32_t p, r, bad, good;
    };
    for (const Case& one :
         {Case{50'000, 400'000, 1'000'000, 0}, Case{10'000, 100'000, 1'000'000, 0},
          Case{100'000, 500'000, 700'000, 20'000}, Case{500'000, 500'000, 300'000, 300'000}})
        for (const std::uint64_t seed : {1ULL, 2ULL, 0xffff'ffff'ffff'ffffULL}) {
            const LossChain chain = gilbert(one.p, one.r, one.bad, one.good);
            const double bad = one.p / double(one.p + one.r);
            const double loss = bad * one.bad / 1e6 + (1 - bad) * one.good / 1e6;
            EXPECT_NEAR(rates_of(chain).loss, loss, 1e-12);
            EXPECT_NEAR(runs_of(lost_positions(chain, seed), kLong).loss, loss,
                        5 * sigma_of_rate(loss, 1 - (one.p + one.r) / 1e6));
        }
}

// With 1-h at 100% and 1-k at 0% a bad time is a run of losses: geometric, mean 1/r.
TEST(LossChain, GilbertElliottsBurstsAreAsLongAsTheFormulaSays) {
    for (const std::uint32_t r : {100'000U, 250'000U, 800'000U}) {
        const LossChain chain = gilbert(50'000, r);
        const Runs runs = runs_of(lost_positions(chain, 7), kLong);
        const double mean = 1e6 / r;
        EXPECT_DOUBLE_EQ(rates_of(chain).mean_burst, mean);
        const double sigma = std::sqrt((1 - r / 1e6) * mean * mean / runs.count);
        EXPECT_NEAR(runs.mean, mean, 5 * sigma);
    }
}

TEST(LossChain, FourStatesLoseAsMuchAndAsLongAsTheFormulaSays) {
    struct Case {
        std::vector<std::uint32_t> chances;
        double loss;
        double burst;
    };
    const std::vector<Case> cases{
        // p13, p31, p32, p23, p14; weights of the states 1, 2, 3, 4 worked out by hand
        {{50'000, 500'000, 0, 1'000'000, 0}, 0.1 / 1.1, 2.0},
        {{50'000, 200'000, 300'000, 600'000, 10'000},
         (0.25 + 0.01) / (1 + 0.125 + 0.25 + 0.01),
         (0.25 + 0.01) / (0.05 + 0.125 * 0.6 + 0.01)},
        {{10'000, 1'000'000, 0, 1'000'000, 40'000}, 0.05 / 1.05, 1.0},
    };
    for (const Case& one : cases) {
        const LossChain chain = four(one.chances);
        EXPECT_NEAR(rates_of(chain).loss, one.loss, 1e-12);
        EXPECT_NEAR(rates_of(chain).mean_burst, one.burst, 1e-12);
        for (const std::uint64_t seed : {1ULL, 2ULL, 3ULL}) {
            const Runs runs = runs_of(lost_positions(chain, seed), kLong);
            EXPECT_NEAR(runs.loss, one.loss, 5 * sigma_of_rate(one.loss, 0.8));
            // A run is no longer spread than a geometric one of that mean.
            EXPECT_NEAR(runs.mean, one.burst, 5 * std::sqrt(one.burst * one.burst / runs.count));
        }
    }
}

TEST(LossChain, NeverAndAlwaysAreExact) {
    EXPECT_TRUE(lost_positions(gilbert(500'000, 500'000, 0, 0), 1).empty());
    EXPECT_EQ(lost_positions(gilbert(500'000, 500'000, 1'000'000, 1'000'000), 1).size(), kLong);
}

// Nothing begins in good times by habit: the first message is lost as often as any other.
TEST(LossChain, BeginsAsItWouldBeFoundAnyTime) {
    const LossChain chain = gilbert(50'000, 150'000, 1'000'000, 0, 1);
    constexpr int kRounds = 20'000;
    int lost = 0;
    for (std::uint64_t seed = 0; seed < kRounds; ++seed)
        lost += static_cast<int>(lost_positions(chain, seed).size());
    EXPECT_NEAR(lost, kRounds * 0.25, 5 * std::sqrt(kRounds * 0.25 * 0.75));
}

TEST(LossChain, TheSameSeedGivesTheSameList) {
    const LossChain chain = gilbert(50'000, 400'000, 1'000'000, 0, 100);
    EXPECT_EQ(lost_positions(chain, 5), lost_positions(chain, 5));
    EXPECT_NE(lost_positions(chain, 5), lost_positions(chain, 6));
    // More messages make the list longer and leave its beginning.
    LossChain longer = chain;
    longer.messages = 200;
    const auto some = lost_positions(chain, 5);
    const auto more = lost_positions(longer, 5);
    ASSERT_GE(more.size(), some.size());
    EXPECT_TRUE(std::equal(some.begin(), some.end(), more.begin()));
}

}  // namespace
}  // namespace sockgrade::faults
