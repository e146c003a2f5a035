#include "reports/class_figures.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/reports/sample_class.hh"

namespace sockgrade::reports {
namespace {

TEST(ClassFigures, CountWhoPassedWhat) {
    const std::vector<ExerciseFigures> all = figures_of(samples::small_class());
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].exercise, "tcp-capitalize-server");
    EXPECT_EQ(all[0].passed, 2U);
    EXPECT_EQ(all[0].failed, 2U);
    EXPECT_EQ(all[1].missing, 1U);
    EXPECT_EQ(all[1].open, 1U) << "inconclusive";
    EXPECT_EQ(all[1].by_hand, 1U) << "refused, and corrected";
    const CaseFigures& replies = all[0].cases[place_of(all[0], "replies")];
    EXPECT_EQ(replies.passed, 2U);
    EXPECT_EQ(replies.failed, 2U);
    const CaseFigures& next = all[0].cases[place_of(all[0], "next-client")];
    EXPECT_EQ(next.other, 2U) << "skipped";
}

TEST(ClassFigures, NameTheMistakeElseTheCauseAndTheMostFrequentFirst) {
    ClassSummary summary = samples::small_class();
    for (int i = 0; i < 2; ++i) summary.lines.push_back(summary.lines[4]);
    const std::vector<ExerciseFigures> all = figures_of(summary);
    const std::vector<WhyFigures>& whys = all[0].cases[0].whys;
    ASSERT_EQ(whys.size(), 2U);
    EXPECT_EQ(whys[0].sentence,
              "Without a known cause: \"A message comes back in capitals\" failed (crashed).");
    EXPECT_EQ(whys[0].count, 3U);
    EXPECT_EQ(whys[0].example, "the program was killed by SIGSEGV");
    EXPECT_EQ(whys[1].sentence, "The text comes back as it was sent.");
}

TEST(ClassFigures, ScoresAreInTheirBins) {
    ClassSummary summary;
    for (const auto& [score, most] : {std::pair{0, 10}, {1, 10}, {19, 100}, {99, 100}, {10, 10}, {29, 290}}) {
        ClassLine line = samples::line_in_class("a", "", "e", "graded", "failed", {});
        line.score = score;
        line.max_score = most;
        summary.lines.push_back(line);
    }
    summary.lines.push_back(samples::line_in_class("b", "", "e", "missing", "", {}));
    summary.lines.push_back(samples::line_in_class("c", "", "e", "refused", "", {}));
    const ExerciseFigures figures = figures_of(summary).front();
    EXPECT_THAT(figures.scores, testing::ElementsAre(1, 3, 0, 0, 0, 0, 0, 0, 0, 1, 1));
    EXPECT_EQ(figures.scored, 6U) << "who is missing has no score";
}

TEST(ClassFigures, WhatDidNotCompileSaysNothingAboutCases) {
    ClassSummary summary;
    ClassLine line = samples::line_in_class(
        "a", "", "e", "graded", "failed",
        {samples::failed_in_class("replies", "It replies", 1, "build-failed", "", "x.c does not compile")});
    summary.lines.push_back(line);
    const ExerciseFigures figures = figures_of(summary).front();
    EXPECT_EQ(figures.failed, 1U);
    EXPECT_TRUE(figures.cases.empty());
}

}  // namespace
}  // namespace sockgrade::reports
