#include "reports/wording.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/reports/sample_results.hh"

namespace sockgrade::reports {
namespace {

using testing::ElementsAre;

TEST(Wording, ALineIsCutBetweenLetters) {
    EXPECT_EQ(one_line("as it is", 8), "as it is");
    EXPECT_EQ(one_line("one too long", 11), "one too ...");
    EXPECT_EQ(one_line("ab\ncd", 80), "ab\\ncd");
    EXPECT_EQ(one_line("äöüäöü", 10), "äöü...");
    EXPECT_EQ(one_line("abcdef\x1bxyz", 11), "abcdef...");
    EXPECT_EQ(one_line(std::string(1'000'000, '\x1b'), 10), "\\x1b...");
}

TEST(Wording, BriefSaysWhatWasAwaitedAndWhatHelps) {
    EXPECT_THAT(
        brief_of(samples::failed().cases[0]),
        ElementsAre("why: The program sends back exactly what it got.",
                    "hint: Send the changed text: in Python, upper() returns a new string and leaves the "
                    "old one as it is.",
                    "the reply differs from the capitals of what was sent",
                    R"(awaited: "HELLO, WORLD OF QUARTZ AND ZEBRA")",
                    R"(got: "hello, world of quartz and zebra")"));
    EXPECT_THAT(brief_of(samples::failed().cases[1]),
                ElementsAre("it needs replies-in-capitals, which failed"));
    EXPECT_THAT(brief_of(samples::passed().cases[0]), ElementsAre());
}

TEST(Wording, BriefSaysNothingTwice) {
    model::CaseResult one = samples::build_failure().cases[0];
    one.findings[0].got = one.summary;
    EXPECT_THAT(brief_of(one), ElementsAre("the program could not be built"));
}

TEST(Wording, AReasonIsNeverMissing) {
    model::CaseResult one;
    EXPECT_EQ(reason_of(one), kNobodysFault);
    one.verdict = model::Verdict::failed;
    EXPECT_EQ(reason_of(one), "failed");
    one.findings.resize(2);
    one.findings[1] = samples::failed().cases[0].findings[1];
    EXPECT_EQ(reason_of(one), "Not met: the reply is the capitals of what was sent");
    one.summary = "because";
    EXPECT_EQ(reason_of(one), "because");
}

TEST(Wording, TimesAreWrittenAsOthersReadThem) {
    EXPECT_EQ(seconds_of(0), "0.000");
    EXPECT_EQ(seconds_of(61'007), "61.007");
    EXPECT_EQ(seconds_of(-5), "0.000");
    EXPECT_EQ(utc_of(0), "1970-01-01T00:00:00Z");
    EXPECT_EQ(utc_of(1'780'000'000'999), "2026-05-28T20:26:40Z");
}

TEST(Wording, PointsThatWereNotJudgedAreSaid) {
    EXPECT_EQ(score_of(samples::failed()), "0 of 7 points");
    EXPECT_EQ(score_of(samples::without_a_verdict()), "0 of 4 points, 4 of them not judged");
}

}  // namespace
}  // namespace sockgrade::reports
