#include "checks/difference.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace sockgrade::checks {
namespace {

using model::Cause;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using namespace std::string_literals;

TEST(Difference, EqualTextsHaveNone) {
    EXPECT_TRUE(compare("HELLO", "HELLO").same);
    EXPECT_THAT(compare("HELLO", "HELLO").notes, IsEmpty());
    EXPECT_TRUE(compare("", "").same);
}

TEST(Difference, OneLineEndAndTheNulsBehindItArePutAsideAndNamed) {
    EXPECT_TRUE(compare("HELLO\n", "HELLO\r\n").same);
    EXPECT_THAT(compare("HELLO", "HELLO\n").notes, ElementsAre("a newline was added at its end"));
    EXPECT_THAT(compare("HELLO\n", "HELLO").notes, ElementsAre("the newline at its end was left out"));
    const Difference padded = compare("HELLO", "HELLO\0\0\0"s);
    EXPECT_TRUE(padded.same);
    EXPECT_THAT(padded.notes, ElementsAre(HasSubstr("3 NUL bytes followed")));
    EXPECT_TRUE(compare("HELLO", "HELLO\n\0\0"s).same);
    EXPECT_TRUE(compare("HELLO\n", "HELLO\n\n").same);  // println() of a line that has its end
    EXPECT_TRUE(compare("HELLO\r\n", "HELLO\r").same);  // of which \n was taken off
}

TEST(Difference, MoreThanOneLineEndIsTooMuch) {
    EXPECT_EQ(compare("HELLO", "HELLO\n\n").cause, Cause::extra);
    EXPECT_THAT(compare("HELLO", "HELLO\n\n").detail, HasSubstr("1 byte too many follow it: \"\\n\""));
    EXPECT_FALSE(compare("HELLO\n\n", "HELLO").same);
    EXPECT_FALSE(compare("HELLO", "HELLO\0\n"s).same);
}

TEST(Difference, WhatStandsBeforeTheTextCounts) {
    EXPECT_FALSE(compare("HELLO", "\nHELLO").same);
    EXPECT_FALSE(compare("HELLO", "\0HELLO"s).same);
    EXPECT_FALSE(compare("\r\nHELLO", "HELLO").same);
    EXPECT_THAT(compare("HELLO", "\nHELLO").detail, HasSubstr("\"\\n\" stands before it"));
}

TEST(Difference, OfBytesNothingIsForgiven) {
    EXPECT_TRUE(compare_bytes("\0A\n\0"s, "\0A\n\0"s).same);
    EXPECT_EQ(compare_bytes("A\n", "A").cause, Cause::missing);
    EXPECT_EQ(compare_bytes("A", "A\n").cause, Cause::extra);
    EXPECT_EQ(compare_bytes("A\0\0"s, "A").cause, Cause::missing);
    EXPECT_EQ(compare_bytes("A", "\0A"s).cause, Cause::extra);
}

TEST(Difference, LineEndsInsideTheTextAreNot) {
    const Difference difference = compare("A\nB", "A\r\nB");
    EXPECT_FALSE(difference.same);
    EXPECT_THAT(difference.detail, HasSubstr("Only line ends differ"));
}

TEST(Difference, OnlyCase) {
    const Difference difference = compare("HELLO WORLD", "HELLO WORLd");
    EXPECT_EQ(difference.cause, Cause::wrong_case);
    EXPECT_THAT(difference.detail, HasSubstr("at byte 10"));
}

TEST(Difference, TheEndIsMissing) {
    const Difference difference = compare("HELLO WORLD", "HELLO");
    EXPECT_EQ(difference.cause, Cause::missing);
    EXPECT_THAT(difference.detail, HasSubstr("It is right up to byte 5, then 6 of 11 bytes are missing."));
    EXPECT_EQ(compare("HELLO", "\n").cause, Cause::missing);
}

TEST(Difference, SomethingTooMuch) {
    EXPECT_EQ(compare("HELLO", "HELLO?!").cause, Cause::extra);
    EXPECT_THAT(compare("HELLO", "HELLO?!").detail, HasSubstr("2 bytes too many follow it: \"?!\""));
    EXPECT_EQ(compare("HELLO", "From server: HELLO").cause, Cause::extra);
    EXPECT_THAT(compare("HELLO", "From server: HELLO").detail,
                HasSubstr("\"From server: \" stands before it"));
}

TEST(Difference, AnotherText) {
    const Difference difference = compare("HELLO", "GOODBYE");
    EXPECT_EQ(difference.cause, Cause::wrong_content);
    EXPECT_THAT(difference.detail, HasSubstr("5 bytes should have come, 7 bytes came"));
}

TEST(Difference, LongTextsAreShownWhereTheyDiffer) {
    std::string wanted(5000, 'A');
    std::string got = wanted;
    got[4321] = 'B';
    const Difference difference = compare(wanted, got);
    EXPECT_EQ(difference.cause, Cause::wrong_content);
    EXPECT_THAT(difference.detail, HasSubstr("at byte 4321"));
    EXPECT_LT(difference.detail.size(), 150U);
}

TEST(Difference, TrimTakesBothEndsAndNothingElse) {
    EXPECT_EQ(trim_line_ends("\r\n a \n\0"s), " a ");
    EXPECT_EQ(trim_line_ends("\n\n"), "");
    EXPECT_EQ(trim_line_ends(""), "");
    EXPECT_EQ(trim_line_ends("a\nb"), "a\nb");
}

}  // namespace
}  // namespace sockgrade::checks
