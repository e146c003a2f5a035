#include "base/text.hh"

#include <gtest/gtest.h>

namespace sockgrade {
namespace {

using namespace std::string_literals;

TEST(Quote, ShowsWhatCannotBeSeen) {
    EXPECT_EQ(quote("hello\r\n"), R"("hello\r\n")");
    EXPECT_EQ(quote("a\0b"s), R"("a\0b")");
    EXPECT_EQ(quote("tab\t\"quoted\" \\"), R"("tab\t\"quoted\" \\")");
    EXPECT_EQ(quote("\x1b[31mred"), R"("\x1b[31mred")");
}

TEST(Quote, KeepsReadableUtf8AndEscapesTheRest) {
    EXPECT_EQ(quote("grüße"), "\"grüße\"");
    EXPECT_EQ(quote("\xff\xfe"), R"("\xff\xfe")");
    EXPECT_EQ(quote("\u202egnp.exe"), R"("\u{202e}gnp.exe")");      // turns the direction of text
    EXPECT_EQ(quote("a\u2028b\u2029"), R"("a\u{2028}b\u{2029}")");  // break a line
    EXPECT_EQ(quote("\xc2\x9b"), R"("\u{9b}")");  // the one-byte control sequence introducer
}

TEST(Quote, LeavesOutTheMiddleOfLongText) {
    EXPECT_EQ(quote("abcdefghijklmnop", 9), R"("abcdef" ... 7 bytes more ... "nop")");
    EXPECT_EQ(quote("abcdef" + std::string(100, '\0') + "nop", 6), R"("abcd" ... 103 bytes more ... "op")");
}

TEST(Quote, CountsWhatComesOverAndOver) {
    EXPECT_EQ(quote("HELLO" + std::string(954, '\0')), R"("HELLO" \0 x 954)");
    EXPECT_EQ(quote(std::string(9, '\n') + "a" + std::string(8, '\xff') + "b"), R"(\n x 9 "a" \xff x 8 "b")");
    EXPECT_EQ(quote(std::string(300, 'A') + "B"), R"("A" x 300 "B")");
    EXPECT_EQ(quote(std::string(7, '\0')), R"("\0\0\0\0\0\0\0")");
    EXPECT_EQ(quote(std::string(23, '-')), '"' + std::string(23, '-') + '"');
    EXPECT_EQ(quote(""), R"("")");
    EXPECT_EQ(quote("abc" + std::string(90, '\0') + "def", 7), R"("abc" \0 x 90 "def")");
}

TEST(TrimLineEnd, TakesLineEndsAndNulsOnly) {
    EXPECT_EQ(trim_line_end("text \r\n\0"s), "text ");
    EXPECT_EQ(trim_line_end("\n\n"), "");
    EXPECT_EQ(trim_line_end("\ntext"), "\ntext");
}

TEST(Capitals, AsciiTouchesLettersOnly) { EXPECT_EQ(ascii_capitals("az AZ @[`{ 19 é"), "AZ AZ @[`{ 19 é"); }

TEST(Capitals, UnicodeFollowsTheFullRules) {
    EXPECT_EQ(unicode_capitals("straße é"), "STRASSE É");
    EXPECT_EQ(unicode_capitals("not utf-8 \xff"), "not utf-8 \xff");
}

TEST(NearestName, FindsTyposAndNothingElse) {
    const std::vector<std::string> known{"level", "title", "points"};
    EXPECT_EQ(nearest_name("levle", known), "level");
    EXPECT_EQ(nearest_name("sede", {"sender", "seed"}), "seed") << "two letters swapped are one mistake";
    EXPECT_EQ(nearest_name("Title", known), "title");
    EXPECT_EQ(nearest_name("banana", known), "");
}

TEST(Wrap, BreaksAtSpacesAndKeepsLineEnds) {
    EXPECT_EQ(wrap("one two three", 7), (std::vector<std::string>{"one two", "three"}));
    EXPECT_EQ(wrap("a\n\nb", 10), (std::vector<std::string>{"a", "", "b"}));
    EXPECT_EQ(wrap("unbreakable", 3), (std::vector<std::string>{"unbreakable"}));
}

TEST(Lists, ReadLikeASentence) {
    EXPECT_EQ(list_of({}), "");
    EXPECT_EQ(list_of({"a"}), "a");
    EXPECT_EQ(list_of({"a", "b", "c"}), "a, b and c");
    EXPECT_EQ(count_of(1, "byte"), "1 byte");
    EXPECT_EQ(count_of(0, "byte"), "0 bytes");
    EXPECT_EQ(count_of(2, "process", "processes"), "2 processes");
}

}  // namespace
}  // namespace sockgrade
