#include "grading/seeds.hh"

#include <gtest/gtest.h>

namespace sockgrade::grading {

namespace {

SeedRun run(std::uint64_t seed, std::vector<std::string> verdicts, std::string wrong = "") {
    return {seed, std::move(verdicts), std::move(wrong)};
}

TEST(Seeds, AreNamedInRanges) {
    EXPECT_EQ(seeds_text({4}), "seed 4");
    EXPECT_EQ(seeds_text({1, 2}), "seeds 1 and 2");
    EXPECT_EQ(seeds_text({1, 2, 3, 5, 7, 8}), "seeds 1 to 3, 5, 7 and 8");
}

TEST(Seeds, OneSeedIsHeldAgainstTheProofAlone) {
    EXPECT_EQ(disagreement(std::vector<SeedRun>{run(1, {"talks passed"})}), "");
    EXPECT_EQ(disagreement(std::vector<SeedRun>{run(1, {"talks failed"}, "talks failed")}), "talks failed");
}

TEST(Seeds, SeedsThatAgreeSayNothing) {
    EXPECT_EQ(
        disagreement({run(1, {"talks passed", "ends passed"}), run(2, {"talks passed", "ends passed"})}), "");
}

TEST(Seeds, WhatDiffersIsSaidWithItsSeeds) {
    EXPECT_EQ(
        disagreement({run(1, {"talks passed", "ends passed"}), run(2, {"talks passed", "ends failed (hung)"}),
                      run(3, {"talks passed", "ends passed"})}),
        "seeds 1 and 3: ends passed | seed 2: ends failed (hung)");
}

TEST(Seeds, AnotherExplanationDiffersToo) {
    EXPECT_EQ(disagreement({run(1, {"ends failed (hung: spins)"}), run(2, {"ends failed (hung)"})}),
              "seed 1: ends failed (hung: spins) | seed 2: ends failed (hung)");
}

TEST(Seeds, WhatDisagreesWithTheProofIsSaidOnce) {
    EXPECT_EQ(disagreement({run(1, {"ends passed"}, "ends should fail, but passed"),
                            run(2, {"ends passed"}, "ends should fail, but passed")}),
              "seeds 1 and 2: ends should fail, but passed");
    EXPECT_EQ(
        disagreement({run(1, {"ends passed"}, "ends should fail, but passed"), run(2, {"ends failed"})}),
        "seed 1: ends passed; ends should fail, but passed | seed 2: ends failed");
}

}  // namespace

}  // namespace sockgrade::grading
