#include "base/pattern.hh"

#include <gtest/gtest.h>

namespace sockgrade {
namespace {

TEST(Pattern, CountsWhatFitsOneBehindTheOther) {
    EXPECT_EQ(count_matches("timed out", "Request timed out\nRequest timed out\n"), 2U);
    EXPECT_EQ(count_matches("(?i)TIMED", "timed Timed tIMED"), 3U);
    EXPECT_EQ(count_matches("aa", "aaaaa"), 2U);
    EXPECT_EQ(count_matches("x", ""), 0U);
}

TEST(Pattern, KnowsLines) {
    EXPECT_EQ(count_matches("^missing 4$", "missing 4\nmissing 44\nnot missing 4\nmissing 4\n"), 2U);
}

TEST(Pattern, WhatFitsNothingDoesNotCount) {
    EXPECT_EQ(count_matches("b*", "aabbaab"), 2U);
    EXPECT_EQ(count_matches("", "abc"), 0U);
}

TEST(Pattern, ProgramsPrintBytes) {
    const std::string bytes("\xff\0 20% \xc3", 8);
    EXPECT_EQ(count_matches("20%", bytes), 1U);
}

TEST(Pattern, AnAlternativeStaysWithinItself) { EXPECT_EQ(count_matches("^a|b$", "ab\nb\nxa\n"), 3U); }

TEST(Pattern, SaysWhatIsWrongWithIt) {
    EXPECT_EQ(pattern_error("(?i)a+"), "");
    EXPECT_NE(pattern_error("a("), "");
    EXPECT_NE(pattern_error("(?=a)"), "");
    EXPECT_EQ(count_matches("a(", "a("), 0U);
}

TEST(Pattern, FitsAWholeTextAndNamesWhatItHolds) {
    EXPECT_EQ(captures("a.*", "ab\n"), std::nullopt);
    EXPECT_EQ(captures("A", "a"), std::nullopt);
    EXPECT_EQ(captures("(?s)a.*", "ab\n"), Captures{});
    const Captures ports{{"hi", "195"}, {"lo", "80"}};
    EXPECT_EQ(
        captures("227 .*\\((\\d+,){4}(?P<hi>\\d+),(?P<lo>\\d+)\\).*\r\n", "227 ok (1,2,3,4,195,80).\r\n"),
        ports);
    EXPECT_EQ(captures("(?P<x>a)|b", "b"), (Captures{{"x", ""}}));
    EXPECT_EQ(pattern_names("(?P<b>x)(y)(?P<a>z)"), (std::vector<std::string>{"b", "a"}));
}

TEST(Pattern, SaysHowFarItFits) {
    const auto fit = [](const std::string& pattern, const std::string& text) {
        const PartialFit found = partial_fit(pattern, text);
        return std::pair(pattern.substr(0, found.pattern), text.substr(0, found.text));
    };
    EXPECT_EQ(fit("RESULT -?\\d+\n", "RESULT 12x\n"),
              std::pair(std::string("RESULT -?\\d+"), std::string("RESULT 12")));
    EXPECT_EQ(fit("RESULT \\d+\n", "ERROR\n"), std::pair(std::string(), std::string()));
    EXPECT_EQ(fit("a(b(?P<x>c|d)e)f", "abcx"), std::pair(std::string("a(b(?P<x>c|d)"), std::string("abc")));
}

}  // namespace
}  // namespace sockgrade
