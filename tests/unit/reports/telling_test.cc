#include "reports/telling.hh"

#include <gtest/gtest.h>

#include "tests/unit/reports/sample_results.hh"

namespace sockgrade::reports {
namespace {

using model::Level;
using model::Verdict;

TEST(Telling, WhatDecidesGoesFirst) {
    model::Result result = samples::failed();
    std::swap(result.cases[0], result.cases[2]);  // the `should` case
    const Telling telling = telling_of(result);
    ASSERT_EQ(telling.failures.size(), 2U);
    EXPECT_EQ(telling.failures[0].ids(), "replies-in-capitals");
    EXPECT_TRUE(telling.failures[0].is_must());
    EXPECT_FALSE(telling.failures[1].is_must());
    EXPECT_TRUE(telling.has_failed);
    EXPECT_EQ(telling.skipped.size(), 1U);
}

TEST(Telling, WhatHasOneReasonIsToldOnce) {
    const model::Result result = samples::build_failure();
    const Telling telling = telling_of(result);
    ASSERT_EQ(telling.failures.size(), 1U);
    EXPECT_EQ(telling.failures[0].cases.size(), result.cases.size());
    EXPECT_EQ(telling.told_elsewhere(result.cases[0]), nullptr);
    EXPECT_EQ(telling.told_elsewhere(result.cases[1]), &telling.failures[0]);
}

TEST(Telling, QuestionsWithoutAnAnswerAreToldOnce) {
    model::Result result;
    for (const char* id : {"a", "b", "c"}) {
        model::CaseResult one = samples::one_case(id, id, Level::must, Verdict::failed, 0, 1);
        one.question = "text";
        one.summary = "This question is not answered.";
        one.findings.resize(1);
        one.findings[0].requirement = id;
        result.cases.push_back(one);
    }
    result.cases[2].findings[0].got = "an answer";
    const Telling telling = telling_of(result);
    ASSERT_EQ(telling.failures.size(), 2U);
    EXPECT_EQ(telling.failures[0].ids(), "a and b");
}

TEST(Telling, WhatHappenedInACaseIsItsOwn) {
    model::Result result = samples::failed();
    result.cases = {result.cases[0], result.cases[0]};
    EXPECT_EQ(telling_of(result).failures.size(), 2U);
}

TEST(Telling, WhatPassedHasNothingToFixFirst) {
    model::Result result = samples::failed();
    result.cases.erase(result.cases.begin());
    result.verdict = Verdict::passed;
    EXPECT_FALSE(telling_of(result).has_failed);
    result.verdict = Verdict::failed;  // it was asked for by itself
    EXPECT_TRUE(telling_of(result).has_failed);
}

TEST(Telling, SkippedCasesAreCounted) {
    model::CaseResult a = samples::one_case("a", "", Level::must, Verdict::skipped, 0, 1);
    model::CaseResult b = samples::one_case("b", "", Level::must, Verdict::skipped, 0, 1);
    a.summary = "It needs 'x'.";
    EXPECT_EQ(skipped_in_words({}), "");
    EXPECT_EQ(skipped_in_words({&a}), "a was not run: It needs 'x'.");
    EXPECT_EQ(skipped_in_words({&a, &b}), "2 cases were not run");
    b.summary = a.summary;
    EXPECT_EQ(skipped_in_words({&a, &b}), "2 cases were not run: It needs 'x'.");
}

TEST(Telling, TheSummaryIsToldWhereNoFindingSaysIt) {
    model::CaseResult one = samples::failed().cases[0];
    EXPECT_EQ(lead_of(one), "the reply differs from the capitals of what was sent");
    one.summary = "Not met: the reply is the capitals of what was sent (wrong-case).";
    EXPECT_EQ(lead_of(one), "");
    one.summary = "The client breaks the rules of its exercise. " + one.summary;
    one.blamed = "client";
    EXPECT_EQ(lead_of(one), one.summary) << "whose fault it is, no finding says";
}

TEST(Telling, AdviceIsNeverMissingAndNeverLong) {
    model::CaseResult one;
    one.verdict = Verdict::failed;
    EXPECT_EQ(advice_of(one), "failed");
    one.hint = "The spec's hint.";
    EXPECT_EQ(advice_of(one), "The spec's hint.");
    one.diagnoses = {{"id", "Why. " + std::string(400, 'w'), "", {}}, {"id", "", "What helps.", {}}};
    EXPECT_EQ(advice_of(one), "What helps.");
    EXPECT_LE(short_reason(one).size(), 200U);
    one.diagnoses[0].message = std::string(90, 'w') + ". " + std::string(400, 'w');
    EXPECT_EQ(short_reason(one), std::string(90, 'w') + ".");
    const std::string sample =
        "Only \"" + std::string(60, 'a') + ". B\" ... 90 bytes more ... \"the end\" came";
    one.diagnoses.front().message = sample + " back, " + std::string(200, 'c') + ".";
    EXPECT_THAT(short_reason(one), StartsWith(sample));
}

}  // namespace
}  // namespace sockgrade::reports
