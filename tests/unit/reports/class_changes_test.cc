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
    EXPECT_EQ(changes.text,
              "  Ann  e\n    was  failed 3/10; failed: a, b\n    is   passed 10/10\n"
              "    why  another hand-in and seed\n1 changed, 0 as before\n");
    EXPECT_EQ(changes.changed, 1U);
}

TEST(ClassChanges, TheSameIsNoChangeWhateverItCameOf) {
    const ClassChanges changes = changes_of({{{"ann", "e"}, graded_from("passed", 10, "old")}},
                                            {{{"ann", "e"}, graded_from("passed", 10, "new")}});
    EXPECT_EQ(changes.text, "0 changed, 1 as before\n");
}

TEST(ClassChanges, WithoutAReasonTheProgramOrTheMachineIsOne) {
    const ClassChanges changes = changes_of({{{"ann", "e"}, graded_from("passed", 10, "x")}},
                                            {{{"ann", "e"}, graded_from("failed", 9, "x")}});
    EXPECT_NE(changes.text.find("hand-in, spec and seed are the same"), std::string::npos);
}

TEST(ClassChanges, WhoIsOnlyInOne) {
    const ClassChanges changes = changes_of({{{"ann", "e"}, graded_from("passed", 10, "x")}},
                                            {{{"bo", "e"}, graded_from("failed", 9, "x")}});
    EXPECT_EQ(changes.changed, 2U);
    EXPECT_NE(changes.text.find("only the old results have it"), std::string::npos);
    EXPECT_NE(changes.text.find("only the new results have it"), std::string::npos);
}

}  // namespace
}  // namespace sockgrade::reports
