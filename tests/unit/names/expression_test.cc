#include "names/expression.hh"

#include <gtest/gtest.h>

#include <map>

namespace sockgrade::names {
namespace {

const std::map<std::string, Value> kValues = {{"a", {std::int64_t{7}}},
                                              {"b", {std::int64_t{-2}}},
                                              {"came", captured("12")},
                                              {"nick", {std::string("ada")}},
                                              {"client.port", {std::int64_t{4321}}}};

Value value_of(const std::string& text) {
    return Expression::parse(text).evaluate([](const std::string& name) {
        const auto found = kValues.find(name);
        if (found == kValues.end()) throw Mistake("nobody knows '" + name + "'");
        return found->second;
    });
}

std::string text_of(const std::string& text) { return as_text(value_of(text)); }

std::string mistake_in(const std::string& text) {
    try {
        value_of(text);
    } catch (const Mistake& mistake) {
        return mistake.what() + (mistake.suggestion().empty() ? "" : " | " + mistake.suggestion());
    }
    return "";
}

// What a program sends may happen to be digits.
TEST(Expression, WhatWasCapturedIsATextThatMayBeANumberToo) {
    EXPECT_EQ(text_of("came + 1"), "13");
    EXPECT_EQ(text_of("came + came"), "24");
    EXPECT_EQ(text_of("nick + came"), "ada12");
    EXPECT_EQ(text_of("came + 'x'"), "12x");
    EXPECT_EQ(text_of("len(came)"), "2");
    EXPECT_EQ(text_of("number(came) + 1"), "13");
    EXPECT_EQ(text_of("came == 12 and came == '12' and '12' == came and came != '012'"), "1");
    EXPECT_EQ(text_of("came > 3"), "1");
    EXPECT_EQ(text_of("came > '3'"), "0");
    EXPECT_EQ(text_of("a == '7'"), "0");
    EXPECT_NE(mistake_in("len(a)"), "");
}

TEST(Expression, CountsAsPeopleDo) {
    EXPECT_EQ(text_of("a + b * 3"), "1");
    EXPECT_EQ(text_of("(a + b) * 3"), "15");
    EXPECT_EQ(text_of("10 - 3 - 2"), "5");
    EXPECT_EQ(text_of("-a + 1"), "-6");
    EXPECT_EQ(text_of("0xff"), "255");
    EXPECT_EQ(text_of("client.port - 1"), "4320");
}

TEST(Expression, DividesTowardsZeroAsCAndJavaDo) {
    EXPECT_EQ(text_of("a / b"), "-3");
    EXPECT_EQ(text_of("-7 / 2"), "-3");
    EXPECT_EQ(text_of("-7 % 2"), "-1");
    EXPECT_EQ(text_of("a / -1"), "-7");
    EXPECT_EQ(text_of("a % -1"), "0");
}

TEST(Expression, ComparesAndChooses) {
    EXPECT_EQ(text_of("if(a > b, 'more', 'less')"), "more");
    EXPECT_EQ(text_of("if(a == 7 and not (b == 7), 1, 2)"), "1");
    EXPECT_EQ(text_of("'abc' < 'abd'"), "1");
    EXPECT_EQ(text_of("a <= 6 or a >= 8"), "0");
    EXPECT_EQ(text_of("[1, 2] == [1, 2]"), "1");
    // The other branch is not looked at.
    EXPECT_EQ(text_of("if(b == 0, a / 0, 3)"), "3");
}

TEST(Expression, WorksOnTextsAndLists) {
    EXPECT_EQ(text_of("upper(nick) + \"\\r\\n\""), "ADA\r\n");
    EXPECT_EQ(text_of("reverse('abc')"), "cba");
    EXPECT_EQ(text_of("slice('abcdef', 2, 4)"), "cd");
    EXPECT_EQ(text_of("slice('abcdef', 4)"), "ef");
    EXPECT_EQ(text_of("slice('abc', 5, 1)"), "");
    EXPECT_EQ(text_of("join([1, nick, 'x'], '-')"), "1-ada-x");
    EXPECT_EQ(text_of("count('banana', 'an')"), "2");
    EXPECT_EQ(text_of("len(lines(\"a\\r\\nb\\n\"))"), "2");
    EXPECT_EQ(text_of("item(split('a,b,c', ','), 1)"), "b");
    EXPECT_EQ(text_of("text(a, 3) + text(a)"), "0077");
    EXPECT_EQ(text_of("number('12') + 1"), "13");
    EXPECT_EQ(text_of("max(1, a, 3) - min(1, b)"), "9");
    EXPECT_EQ(text_of("len(repeat('ab', 100))"), "200");
}

TEST(Expression, PacksNumbersAndMakesDigests) {
    EXPECT_EQ(text_of("hex(be16(258) + be32(1) + le16(258) + le32(1))"),
              "0102000000010201"
              "01000000");
    EXPECT_EQ(text_of("hex(be64(-1))"), "ffffffffffffffff");
    EXPECT_EQ(text_of("base64('hello')"), "aGVsbG8=");
    EXPECT_EQ(text_of("crc32('123456789')"), std::to_string(0xcbf43926));
    EXPECT_EQ(text_of("md5('')"), "d41d8cd98f00b204e9800998ecf8427e");
    EXPECT_EQ(text_of("sha1('abc')"), "a9993e364706816aba3e25717850c26c9cd0d89d");
    EXPECT_EQ(text_of("sha256('abc')"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    // The example of RFC 1071.
    EXPECT_EQ(text_of("inet16(be16(0x0001) + be16(0xf203) + be16(0xf4f5) + be16(0xf6f7))"),
              std::to_string(0x220d));
    EXPECT_EQ(text_of("inet16('a')"), std::to_string(0xffff - 0x6100));
}

TEST(Expression, SaysWhatIsWrong) {
    EXPECT_EQ(mistake_in(""), "expected an expression, but nothing stands here");
    EXPECT_EQ(mistake_in("a +"), "expected a number, a text, a name or a bracket, not the end");
    EXPECT_EQ(mistake_in("a b"), "expected an operator before 'b'");
    EXPECT_EQ(mistake_in("(a"), "expected ')' before the end");
    EXPECT_EQ(mistake_in("a = 3"), "a name cannot be set here; to compare write ==");
    EXPECT_EQ(mistake_in("uper('a')"), "there is no function 'uper' | upper");
    EXPECT_EQ(mistake_in("len('a', 'b')"), "len takes 1 argument, and has 2 here");
    EXPECT_EQ(mistake_in("slice('a')"), "slice takes 2 to 3 arguments, and has 1 here");
    EXPECT_EQ(mistake_in("a / 0"), "nothing can be divided by 0");
    EXPECT_EQ(mistake_in("len(3)"), "len: expected a text, not a number; text(3) makes one of it");
    EXPECT_EQ(
        mistake_in("nick + 3"),
        "+ joins two texts or adds two numbers, not a text and a number; text(...) makes a text of a number");
    EXPECT_EQ(mistake_in("nick * 3"), "* takes numbers, not a text");
    EXPECT_EQ(mistake_in("'a' < 3"), "a text cannot be compared with a number");
    EXPECT_EQ(mistake_in("if('x', 1, 2)"), "expected a comparison, not a text");
    EXPECT_EQ(mistake_in("'abc"), "this text has no quotes at its end");
    EXPECT_EQ(mistake_in("12x"), "expected a number, not \"12x\"");
    EXPECT_EQ(mistake_in("a & b"), "\"&\" has no meaning in an expression");
    EXPECT_EQ(mistake_in("be16(65536)"), "be16: 65536 does not fit into 2 bytes");
    EXPECT_EQ(mistake_in("zzz"), "nobody knows 'zzz'");
    EXPECT_EQ(mistake_in("item([1], 1)"), "item: there is no item 1 in a list of 1; they count from 0");
}

TEST(Expression, EndsWhateverItIs) {
    EXPECT_EQ(mistake_in("9223372036854775807 + 1"), "a number becomes too large");
    EXPECT_EQ(mistake_in("(-9223372036854775807 - 1) / -1"), "a number becomes too large");
    EXPECT_EQ(text_of("(-9223372036854775807 - 1) % -1"), "0");
    EXPECT_EQ(mistake_in("99999999999999999999"), "this number is too large");
    EXPECT_EQ(mistake_in("repeat('abcd', 10000000000)"), "repeat: this becomes too long");
    EXPECT_EQ(mistake_in("len(repeat(repeat('abcdefgh', 100000), 6)) "), "repeat: this becomes too long");
    EXPECT_EQ(mistake_in(std::string(60, '(') + "1" + std::string(60, ')')),
              "these brackets lie too deep in one another");
    EXPECT_EQ(mistake_in(std::string(60, '-') + "1"), "these brackets lie too deep in one another");
    EXPECT_EQ(mistake_in(std::string(3000, ' ')), "an expression has at most 2000 bytes");
    std::string sum = "1";
    for (int i = 0; i < 900; ++i) sum += "+1";
    EXPECT_EQ(text_of(sum), "901");
    // Each part is small enough, all together are too much.
    std::string much = "len(repeat('a', 4000000))";
    for (int i = 0; i < 10; ++i) much += " + len(repeat('a', 4000000))";
    EXPECT_EQ(mistake_in(much), "this expression becomes too large");
}

TEST(Expression, KnowsItsNames) {
    const std::vector<std::string> names{"a", "b", "client.port"};
    EXPECT_EQ(Expression::parse("if(a > b, len([a, client.port]), 2)").names(), names);
}

}  // namespace
}  // namespace sockgrade::names
