#include "reports/feedback.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "reports/catalog.hh"
#include "tests/unit/reports/sample_class.hh"

namespace sockgrade::reports {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

GradedExercise exercise(const std::string& name, int score, model::Verdict verdict) {
    GradedExercise one;
    one.line = samples::line_in_class("Ann Lee", "", name, "graded", to_string(verdict), {});
    one.line.score = score;
    one.line.max_score = 6;
    one.result.exercise = name;
    one.result.title = "The exercise " + name;
    one.result.program = name + ".py";
    one.result.verdict = verdict;
    one.result.score = score;
    one.result.max_score = 6;
    model::CaseResult reply;
    reply.id = "replies";
    reply.title = "It replies";
    reply.verdict = verdict;
    reply.points = score;
    reply.max_points = 6;
    one.result.cases.push_back(reply);
    return one;
}

TEST(Feedback, SaysWhatTheGradeCameOf) {
    ClassLine line = samples::line_in_class("Ann", "", "e", "graded", "failed", {});
    line.score = 3;
    EXPECT_TRUE(grade_notes(line).empty()) << "the program's points are the grade";
    line.counts = 10;
    line.days_late = 2;
    line.percent_taken = 20;
    EXPECT_THAT(grade_notes(line),
                ElementsAre("This counts 4 of 10 points.", "It was handed in 2 days late: 20 % taken."));
    line.corrected = Correction{9, "Shown in the lab.\n##[error]"};
    EXPECT_THAT(
        grade_notes(line).at(0),
        testing::StartsWith("Your instructor has set this grade: 9 of 10 points. Reason: Shown in the lab."));
}

TEST(Feedback, HasAllExercisesInOne) {
    GradedExercise late = exercise("udp", 3, model::Verdict::failed);
    late.line.counts = 10;
    const model::Result all =
        all_in_one("week-2", "Week 2: Ann Lee", {exercise("tcp", 6, model::Verdict::passed), late});
    EXPECT_EQ(all.title, "Week 2: Ann Lee");
    EXPECT_EQ(all.verdict, model::Verdict::failed);
    ASSERT_EQ(all.cases.size(), 2U);
    EXPECT_EQ(all.cases[0].id, "tcp/replies");
    EXPECT_EQ(all.cases[1].id, "udp/replies");
    EXPECT_THAT(all.notes, ElementsAre("All exercises together count 11 of 16 points.",
                                       "udp: This counts 5 of 10 points."));
    const std::string page = format_named("html").render(all, {});
    EXPECT_THAT(page, HasSubstr("tcp.py"));
    EXPECT_THAT(page, HasSubstr("udp.py"));
}

// The points of cases that nobody tried are no points.
TEST(Feedback, WhatWasNotGradedHasNoPointsAndItsReasonOnce) {
    GradedExercise one = exercise("tcp", 6, model::Verdict::inconclusive);
    one.line = samples::line_in_class("Ann Lee", "", "tcp", "unclear", "", {});
    one.line.message = "The hand-in has several programs: \"a.py\" and \"b.py\".";
    one.result.notes = {one.line.message};
    one.result.cases.push_back(one.result.cases.front());
    const model::Result all = all_in_one("week-2", "Week 2: Ann Lee", {one});
    ASSERT_EQ(all.cases.size(), 1U);
    EXPECT_EQ(all.score, 0);
    ReportOptions options;
    options.grade = counted_grade({one});
    const std::string page = format_named("html").render(all, options);
    EXPECT_THAT(page, HasSubstr("</i>not graded yet</p>"));
    EXPECT_THAT(page, HasSubstr("Your instructor looks at this hand-in"));
    EXPECT_THAT(page, Not(HasSubstr("class=\"bar\"")));
    EXPECT_THAT(page, Not(HasSubstr("6 of 6")));
    EXPECT_EQ(page.find("several programs"), page.rfind("several programs"));
    EXPECT_THAT(format_named("text").render(all, options), HasSubstr("??      not graded yet\n"));
    EXPECT_THAT(format_named("markdown").render(all, options), HasSubstr(": not graded yet\n"));
}

TEST(Feedback, WhatCountsStandsBeforeWhatWasReached) {
    GradedExercise late = exercise("tcp", 6, model::Verdict::passed);
    late.line.counts = 10;
    late.line.percent_taken = 20;
    const std::vector<GradedExercise> both = {late, exercise("udp", 3, model::Verdict::failed)};
    const model::Result all = all_in_one("week-2", "Week 2", both);
    ReportOptions options;
    options.grade = counted_grade(both);
    const std::string page = format_named("html").render(all, options);
    EXPECT_THAT(page, HasSubstr("<p class=\"score counted\">11 of 16 points</p>"));
    EXPECT_THAT(page, HasSubstr("reached 9 of 12 points"));
    EXPECT_THAT(page, HasSubstr("<rect width=\"68.8\""));
    EXPECT_THAT(format_named("text").render(all, options), HasSubstr("11 of 16 points; reached 9 of 12"));
    EXPECT_FALSE(counted_grade(both[1].line)) << "the program's points are the grade";
}

TEST(Feedback, AnOpenAnswerWaitsAndTakesPointsThatAreGiven) {
    GradedExercise one = exercise("tcp", 6, model::Verdict::passed);
    model::CaseResult open;
    open.id = "why";
    open.verdict = model::Verdict::unsupported;
    open.for_a_person = true;
    open.max_points = 2;
    one.result.cases.push_back(open);
    one.result.max_score = 8;
    ClassCase in_class = samples::case_in_class("why", "Why?", "unsupported", 0, 2);
    in_class.for_a_person = true;
    one.line.cases.push_back(in_class);
    one.line.max_score = 8;
    EXPECT_TRUE(is_open(one.line));
    EXPECT_EQ(counted_grade(one.line)->points, "6 of 8 points so far");
    EXPECT_FALSE(take_given(one.line, {"why", 3, "more than it counts"}));
    EXPECT_FALSE(take_given(one.line, {"what", 1, "no such question"}));
    ASSERT_TRUE(take_given(one.line, {"why", 2, "well said"}));
    EXPECT_FALSE(is_open(one.line));
    EXPECT_EQ(points_of(one.line), "8");
    const model::Result result = with_grade(one.result, one.line);
    EXPECT_EQ(result.score, 8);
    EXPECT_EQ(result.cases.back().verdict, model::Verdict::passed);
    EXPECT_EQ(result.verdict, model::Verdict::passed);
    EXPECT_THAT(result.cases.back().summary, HasSubstr("Reason: well said"));
}

// Systems that take a number, or one for each exercise, get what counts.
TEST(Feedback, CourseSystemsAreToldWhatCounts) {
    const std::vector<GradedExercise> exercises = {exercise("tcp", 6, model::Verdict::passed),
                                                   exercise("udp", 3, model::Verdict::failed)};
    const model::Result all = all_in_one("week-2", "Week 2: Ann Lee", exercises);
    StudentTotal total;
    total.points = 7.5;
    total.most = 10;
    const auto report = [&](const char* format) {
        return counted_report(format_named(format), all, {}, exercises, total);
    };
    EXPECT_EQ(nlohmann::json::parse(report("gradescope")).at("score"), 7.5);
    EXPECT_EQ(nlohmann::json::parse(report("prairielearn")).at("score"), 0.75);
    const std::string autolab = report("autolab");
    const std::string last = autolab.substr(autolab.rfind('\n', autolab.size() - 2) + 1);
    const auto scores = nlohmann::json::parse(last).at("scores");
    EXPECT_EQ(scores.size(), 2U);
    EXPECT_EQ(scores.at("udp"), value_of(exercises.back().line));
    EXPECT_EQ(report("csv"), format_named("csv").render(all, {}));
    total.points.reset();
    EXPECT_FALSE(nlohmann::json::parse(report("gradescope")).contains("score"));
}

}  // namespace
}  // namespace sockgrade::reports
