#include "reports/class_why.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/reports/sample_class.hh"

namespace sockgrade::reports {
namespace {

using testing::ElementsAre;

ClassCase mistaken(const std::string& id, const std::string& level, const std::string& why,
                   const std::string& mistake) {
    ClassCase one = samples::failed_in_class(id, "Title of " + id, 1, "wrong-content", "d", "not met");
    one.level = level;
    one.why = why;
    one.mistake = mistake;
    return one;
}

TEST(ClassWhy, OneReasonIsSaidOnceAndWhatIsRequiredFirst) {
    const ClassLine line = samples::line_in_class(
        "Ann", "", "e", "graded", "failed",
        {mistaken("later", "should", "It ends too early", "m"), mistaken("a", "must", "It echoes \"x\"", "n"),
         mistaken("b", "must", "It echoes \"x\"", "n")});
    EXPECT_EQ(why_of(line), "It echoes \"x\" (a and b) It ends too early. (later)");
}

TEST(ClassWhy, WhatDidNotCompileIsThatAndNothingElse) {
    const ClassLine line =
        samples::line_in_class("Ann", "", "e", "graded", "failed",
                               {samples::failed_in_class("a", "A", 1, "build-failed", "",
                                                         "server.c does not compile: line 3: expected ';'"),
                                samples::failed_in_class("b", "B", 1, "build-failed", "",
                                                         "server.c does not compile: line 3: expected ';'")});
    EXPECT_TRUE(is_unbuilt(line));
    EXPECT_EQ(why_of(line), "The program did not compile: server.c does not compile: line 3: expected ';'.");
}

TEST(ClassWhy, WithoutADiagnosisTheSummarySaysIt) {
    ClassCase bare = samples::failed_in_class("a", "A", 1, "crashed", "", "");
    EXPECT_EQ(why_of(samples::line_in_class("Ann", "", "e", "graded", "failed", {bare})), "crashed. (a)");
    ClassLine refused = samples::line_in_class("Ann", "", "e", "refused", "", {});
    EXPECT_EQ(why_of(refused), "");
    refused.message = "The archive was not unpacked.";
    EXPECT_EQ(why_of(refused), "The archive was not unpacked.");
    EXPECT_EQ(why_of(samples::line_in_class("Ann", "", "e", "graded", "passed", samples::all_well())), "");
}

TEST(ClassWhy, WhatSeveralGotWrongIsSaidWithWho) {
    ClassSummary summary;
    const auto add = [&](const std::string& who, const std::string& exercise, std::vector<ClassCase> cases) {
        summary.lines.push_back(
            samples::line_in_class(who, "", exercise, "graded", "failed", std::move(cases)));
    };
    add("Ann", "tcp", {mistaken("a", "must", "x", "It echoes."), mistaken("b", "must", "x", "It echoes.")});
    add("Bo", "tcp", {mistaken("b", "must", "y", "It echoes."), mistaken("c", "must", "z", "It ends.")});
    add("Cy", "tcp", {mistaken("c", "must", "w", "It ends."), mistaken("a", "must", "x", "It echoes.")});
    add("Dee", "udp", {mistaken("a", "must", "x", "It echoes.")});
    add("Eve", "tcp", {mistaken("q", "must", "x", "Only Eve does that.")});
    const auto shared = shared_mistakes(summary);
    ASSERT_EQ(shared.size(), 2U) << "what one did alone is nothing for a lecture";
    EXPECT_EQ(shared[0].sentence, "It echoes.");
    EXPECT_THAT(shared[0].students, ElementsAre("Ann", "Bo", "Cy", "Dee"));
    EXPECT_THAT(shared[0].places, ElementsAre("tcp: a and b", "udp: a"));
    EXPECT_EQ(shared[0].graded, 5U);
    EXPECT_EQ(shared[1].graded, 4U);
    EXPECT_EQ(shared[1].sentence, "It ends.");
}

TEST(ClassPoints, BeingLateTakesAPartAndACorrectionIsTheLastWord) {
    ClassLine line = samples::line_in_class("Ann", "", "e", "graded", "failed", {});
    line.score = 3;
    line.counts = 10;
    EXPECT_EQ(points_of(line), "5");
    line.days_late = 3;
    line.percent_taken = 10;
    EXPECT_EQ(points_of(line), "4.5");
    EXPECT_EQ(reached_of(line), "5");
    EXPECT_EQ(lateness_of(line), "3 days late: 10 % taken");
    line.corrected = Correction{8.25, "shown in the lab"};
    EXPECT_EQ(points_of(line), "8.25");
    EXPECT_EQ(lateness_of(line), "3 days late");
    EXPECT_EQ(correction_of(line), "corrected by hand, 5 before: shown in the lab");
}

TEST(ClassPoints, NobodyKnowsHowLateTakesNothing) {
    ClassLine line = samples::line_in_class("Ann", "", "e", "graded", "passed", samples::all_well());
    line.late = true;
    line.costs_to_be_late = true;
    EXPECT_EQ(lateness_of(line), "late, and nobody knows how late: nothing is taken");
    EXPECT_EQ(points_of(line), "6");
}

TEST(ClassPoints, ACorrectionDecidesWhatSomebodyHadToLookAt) {
    ClassLine line = samples::line_in_class("Ann", "", "e", "unclear", "", {});
    EXPECT_TRUE(is_open(line));
    EXPECT_EQ(value_of(line), std::nullopt);
    line.corrected = Correction{4, "by mail"};
    EXPECT_FALSE(is_open(line));
    EXPECT_TRUE(is_decided_by_hand(line));
    EXPECT_EQ(points_of(line), "4");
}

TEST(ClassPoints, MeanAndMedianAreOfThoseOfWhomNothingIsOpen) {
    ClassSummary summary;
    for (const std::int64_t score : {0, 2, 6, 6}) {
        ClassLine line = samples::line_in_class("s" + std::to_string(summary.lines.size()), "", "e", "graded",
                                                "failed", {});
        line.score = score;
        summary.lines.push_back(line);
    }
    EXPECT_EQ(spread_text(spread_of(summary, "e")), "mean 3.5, median 4 of 6");
    summary.lines[0].outcome = "unclear";
    EXPECT_EQ(spread_text(spread_of(summary, "e")), "mean 4.67, median 6 of 6");
    EXPECT_EQ(spread_of(totals_of(summary)).count, 3U);
    EXPECT_EQ(spread_text({}), "");
}

}  // namespace
}  // namespace sockgrade::reports
