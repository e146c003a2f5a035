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

}  // namespace
}  // namespace sockgrade
