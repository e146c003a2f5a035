#include "reports/class_changes.hh"

#include <gtest/gtest.h>

namespace sockgrade::reports {
namespace {

GradedFrom graded_from(const std::string& verdict, std::int64_t score, const std::string& hand_in) {
    GradedFrom one;
    one.line.student = "Ann";
    one.line.exercise = "e";
    one.line.outcome = "graded";
    one.line.verdict = verdict;
    one.line.score = score;
    one.line.max_score = 10;
    one.line.seed = 7;
    one.hand_in = hand_in;
    one.spec = "s";
    return one;
}

TEST(ClassChanges, SayWhatElseDiffers) {
    GradedFrom before = graded_from("failed", 3, "old");
    before.line.failed = "a, b";
    GradedFrom after = graded_from("passed", 10, "new");
    after.line.seed = 8;
    const ClassChanges changes = changes_of({{{"ann", "e"}, before}}, {{{"ann", "e"}, after}});
    EXPECT_EQ(changes_text(changes),
              "  Ann  e\n    was  failed 3/10; failed: a, b\n    is   passed 10/10\n"
              "    why  another hand-in and seed\n1 changed, 0 as before\n");
    EXPECT_EQ(changes.changes.size(), 1U);
}

TEST(ClassChanges, TheSameIsNoChangeWhateverItCameOf) {
    const ClassChanges changes = changes_of({{{"ann", "e"}, graded_from("passed", 10, "old")}},
                                            {{{"ann", "e"}, graded_from("passed", 10, "new")}});
    EXPECT_EQ(changes_text(changes), "0 changed, 1 as before\n");
}

TEST(ClassChanges, WithoutAReasonTheProgramOrTheMachineIsOne) {
    const ClassChanges changes = changes_of({{{"ann", "e"}, graded_from("passed", 10, "x")}},
                                            {{{"ann", "e"}, graded_from("failed", 9, "x")}});
    EXPECT_NE(changes_text(changes).find("hand-in, spec and seed are the same"), std::string::npos);
}

TEST(ClassChanges, CorrectionsAndBeingLateAreNamed) {
    GradedFrom before = graded_from("failed", 3, "x");
    GradedFrom after = before;
    after.line.corrected = Correction{8.5, "shown in the lab"};
    before.line.days_late = 2;
    before.line.percent_taken = 10;
    const ClassChanges changes = changes_of({{{"ann", "e"}, before}}, {{{"ann", "e"}, after}});
    EXPECT_EQ(changes_text(changes),
              "  Ann  e\n    was  failed 2.7/10; 2 days late: 10 % taken\n"
              "    is   failed 8.5/10; corrected by hand, 3 before: shown in the lab\n"
              "    why  another deduction for being late and correction by hand\n1 changed, 0 as before\n");
}

TEST(ClassChanges, AreWrittenForASpreadsheetAndAsAPage) {
    GradedFrom before = graded_from("failed", 3, "x");
    before.line.student = "=1+1<script>";
    GradedFrom after = before;
    after.line.score = 10;
    const ClassChanges changes = changes_of({{{"ann", "e"}, before}}, {{{"ann", "e"}, after}});
    EXPECT_EQ(
        changes_csv(changes),
        "\ufeffstudent,id,submission,exercise,points_before,points_after,was,is,why\r\n"
        "\"'=1+1<script>\",\"\",\"ann\",\"e\",3,10,\"failed 3/10\",\"failed 10/10\",\"hand-in, spec and seed "
        "are the same: a program that does not always do the same, another machine or another "
        "Sockgrade\"\r\n");
    const std::string page = changes_page(changes);
    EXPECT_NE(page.find("=1+1&lt;script&gt;"), std::string::npos);
    EXPECT_NE(page.find("1 changed, 0 as before"), std::string::npos);
}

TEST(ClassChanges, WhoIsOnlyInOne) {
    const ClassChanges changes = changes_of({{{"ann", "e"}, graded_from("passed", 10, "x")}},
                                            {{{"bo", "e"}, graded_from("failed", 9, "x")}});
    EXPECT_EQ(changes.changes.size(), 2U);
    EXPECT_NE(changes_text(changes).find("only the old results have it"), std::string::npos);
    EXPECT_NE(changes_text(changes).find("only the new results have it"), std::string::npos);
}

}  // namespace
}  // namespace sockgrade::reports
