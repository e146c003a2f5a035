#include "base/columns.hh"

#include <gtest/gtest.h>

namespace sockgrade {
namespace {

using Lines = std::vector<std::string>;
using Units = std::vector<std::string_view>;

TEST(Columns, CountWhatIsSeen) {
    EXPECT_EQ(columns_of("plain"), 5U);
    EXPECT_EQ(columns_of("grüße →"), 7U);
    EXPECT_EQ(columns_of("日本"), 4U);
    EXPECT_EQ(columns_of("e\u0301"), 1U);
    EXPECT_EQ(columns_of("\xff\xfe"), 2U);
    EXPECT_EQ(columns_of(""), 0U);
}

TEST(Units, KeepEscapesAndMarksTogether) {
    EXPECT_EQ(units_of(R"(a\n\x1b\u{9b}\\")"), (Units{"a", R"(\n)", R"(\x1b)", R"(\u{9b})", R"(\\)", "\""}));
    EXPECT_EQ(units_of("e\u0301x"), (Units{"e\u0301", "x"}));
}

TEST(Units, SurviveEscapesThatBreakOff) {
    EXPECT_EQ(units_of(R"(\)"), (Units{R"(\)"}));
    EXPECT_EQ(units_of(R"(\x1)"), (Units{R"(\x1)"}));
    EXPECT_EQ(units_of(R"(\u{9)"), (Units{R"(\u{9)"}));
}

TEST(Fold, BreaksAtSpaces) {
    EXPECT_EQ(fold("one two three", 7), (Lines{"one two", "three"}));
    EXPECT_EQ(fold("one two three", 8), (Lines{"one two", "three"}));
    EXPECT_EQ(fold("one two three", 100), (Lines{"one two three"}));
    EXPECT_EQ(fold("", 10), (Lines{""}));
}

TEST(Fold, KeepsIndentationLineEndsAndDoubleSpaces) {
    EXPECT_EQ(fold("Traceback:\n  File \"a.py\"\n\nEnd", 40),
              (Lines{"Traceback:", "  File \"a.py\"", "", "End"}));
    EXPECT_EQ(fold("a  b", 10), (Lines{"a  b"}));
    EXPECT_EQ(fold("    indented", 6), (Lines{"    in", "dented"}));
}

TEST(Fold, CutsWordsThatAreTooLongButNeverAnEscape) {
    EXPECT_EQ(fold("abcdefgh", 3), (Lines{"abc", "def", "gh"}));
    EXPECT_EQ(fold(R"(ab\x1bcd)", 4), (Lines{"ab", R"(\x1b)", "cd"}));
    EXPECT_EQ(fold(R"(a bcdef\u{200d})", 10), (Lines{"a", "bcdef", R"(\u{200d})"})) << "behind a break, too";
}

}  // namespace
}  // namespace sockgrade
