#include "reports/for_student.hh"

#include <gtest/gtest.h>

namespace sockgrade::reports {
namespace {

TEST(ForStudent, OfAHiddenCaseThereAreAVerdictAndPoints) {
    model::Result result;
    result.score = 3;
    for (const char* id : {"first", "secret", "third"}) {
        model::CaseResult& one = result.cases.emplace_back();
        one.id = id;
        one.title = std::string("what ") + id + " does";
        one.verdict = model::Verdict::failed;
        one.summary = one.reproduce = one.hint = "the secret";
        one.max_points = 2;
        one.findings.emplace_back();
        one.diagnoses.emplace_back();
        one.transcripts.emplace_back();
        one.is_hidden = one.id == "secret";
    }
    const model::Result shown = for_student(result);
    EXPECT_EQ(shown.score, 3);
    EXPECT_EQ(shown.cases[0].summary, "the secret");
    const model::CaseResult& hidden = shown.cases[1];
    EXPECT_EQ(hidden.id, "hidden-1");
    EXPECT_EQ(hidden.title.find("secret"), std::string::npos);
    EXPECT_EQ(hidden.verdict, model::Verdict::failed);
    EXPECT_EQ(hidden.max_points, 2);
    EXPECT_TRUE(hidden.is_hidden);
    EXPECT_TRUE(hidden.findings.empty() && hidden.diagnoses.empty() && hidden.transcripts.empty());
    EXPECT_TRUE(hidden.reproduce.empty() && hidden.hint.empty() && !hidden.cause);
}

}  // namespace
}  // namespace sockgrade::reports
