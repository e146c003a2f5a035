#include "formats/format.hh"

#include <gtest/gtest.h>

#include <string>

#include "names/digests.hh"

namespace sockgrade::formats {
namespace {

using namespace std::string_literals;
using model::FieldValue;
using model::FormatField;
using model::Formatted;
using Kind = FormatField::Kind;
using Fields = std::vector<FormatField>;

FormatField number(const std::string& name, Kind kind, const std::string& is = "") {
    return {.name = name, .kind = kind, .is = is};
}
FormatField bytes(const std::string& name, const std::string& size) {
    return {.name = name, .kind = Kind::bytes, .size = size};
}
FieldValue said(const std::string& name, const std::string& bytes) { return {.name = name, .bytes = bytes}; }

const Fields kData{
    number("op", Kind::u2, "3"), number("block", Kind::u2), {.name = "body", .kind = Kind::rest}};
const Fields kName{{.name = "parts",
                    .kind = Kind::group,
                    .until = "len == 0",
                    .fields = {number("len", Kind::u1), bytes("text", "len")}}};
const Fields kSummed{{.name = "sum", .kind = Kind::u2, .is = " inet16(rest)", .is_computed = true},
                     number("len", Kind::u2),
                     bytes("body", "len")};

std::string first_problem(const Formatted& wanted, const std::string& bytes) {
    const Comparison comparison = compare(wanted, bytes);
    return comparison.fits() ? "" : comparison.problems.front();
}

std::string mistake_in(const Formatted& message) {
    try {
        encode(message);
    } catch (const names::Mistake& mistake) {
        return mistake.what();
    }
    return "";
}

TEST(Formats, AreMadeOfTheirFields) {
    EXPECT_EQ(encode({"data", kData, {said("block", "258"), said("body", "hi")}}), "\0\3\1\2hi"s);
    EXPECT_EQ(encode({"data", kData, {said("op", "5"), said("block", "1"), said("body", "")}}), "\0\5\0\1"s);
}

TEST(Formats, LittleEndiansHaveTheirLowestByteFirst) {
    const Fields fields{{.name = "a", .kind = Kind::u4, .is_little = true}, number("b", Kind::u8)};
    const std::string bytes = encode({"f", fields, {said("a", "1"), said("b", "2")}});
    EXPECT_EQ(bytes, "\1\0\0\0\0\0\0\0\0\0\0\2"s);
    const Decoded decoded = decode(fields, bytes);
    EXPECT_EQ(decoded.parts.at(0).value, names::Value{std::int64_t{1}});
    EXPECT_EQ(decoded.parts.at(1).value, names::Value{std::int64_t{2}});
}

TEST(Formats, BitsFillBytesTogether) {
    const auto bits = [](const std::string& name, std::size_t count, const std::string& is = "") {
        return FormatField{.name = name, .kind = Kind::bits, .bits = count, .is = is};
    };
    const Fields fields{bits("qr", 1, "1"), bits("code", 4), bits("over", 7), bits("z", 4),
                        number("n", Kind::u1)};
    const std::string bytes =
        encode({"f", fields, {said("code", "2"), said("over", "5"), said("z", "15"), said("n", "7")}});
    EXPECT_EQ(bytes, "\x90\x5f\x07");
    const Decoded decoded = decode(fields, bytes);
    ASSERT_EQ(decoded.parts.size(), 5U);
    EXPECT_EQ(decoded.parts[1].value, names::Value{std::int64_t{2}});
    EXPECT_EQ(decoded.parts[2].value, names::Value{std::int64_t{5}});
    EXPECT_EQ(decoded.parts[2].at, 0U);
    EXPECT_EQ(decoded.parts[2].size, 2U);
    EXPECT_EQ(decoded.parts[3].value, names::Value{std::int64_t{15}});
    EXPECT_EQ(decoded.used, 3U);
    EXPECT_EQ(first_problem({"f", fields, {}}, "\x10\x5f\x07"), "`qr` (byte 0) is 0, and should be 1.");
    EXPECT_EQ(first_problem({"f", fields, {}}, "\x90"),
              "`over` cannot be read: it takes 7 bits of byte 1, and nothing is left.");
    EXPECT_NE(
        mistake_in({"f", fields, {said("code", "16"), said("over", "5"), said("z", "15"), said("n", "7")}}),
        "");
}

TEST(Formats, LengthsAndSumsNeedNotBeSaid) {
    const std::string tail = "\0\3abc"s;
    EXPECT_EQ(encode({"f", kSummed, {said("body", "abc")}}),
              names::big_endian(names::internet_checksum(tail), 2) + tail);
    // One that is said is sent so, however wrong it is.
    EXPECT_EQ(encode({"f", kSummed, {said("sum", "0"), said("len", "9"), said("body", "abc")}}),
              "\0\0\0\x09"s + "abc");
    EXPECT_EQ(unsaid({"f", kSummed, {}}), std::vector<std::string>{"body"});
    EXPECT_EQ(unsaid({"f", kData, {said("body", "")}}), std::vector<std::string>{"block"});
}

TEST(Formats, GroupsAreThereSeveralTimes) {
    const FieldValue parts{.name = "parts",
                           .items = {{said("text", "www")}, {said("text", "org")}, {said("text", "")}}};
    const std::string bytes = encode({"name", kName, {parts}});
    EXPECT_EQ(bytes, "\3www\3org\0"s);
    const Decoded decoded = decode(kName, bytes + "more");
    EXPECT_TRUE(decoded.is_whole());
    EXPECT_EQ(decoded.used, bytes.size());
    EXPECT_EQ(decoded.parts.at(3).name, "parts[1].text");
    EXPECT_EQ(decoded.parts.at(3).value, names::Value{std::string("org")});

    const Fields counted{
        number("count", Kind::u1),
        {.name = "all", .kind = Kind::group, .size = "count", .fields = {number("x", Kind::u1)}}};
    EXPECT_EQ(encode({"f", counted, {{.name = "all", .items = {{said("x", "7")}, {said("x", "8")}}}}}),
              "\2\7\x08");
    EXPECT_EQ(decode(counted, "\2\7\x08").parts.size(), 3U);
    EXPECT_TRUE(decode(counted, "\2\7").needs_more);
}

TEST(Formats, NumbersHaveToFit) {
    EXPECT_EQ(mistake_in({"data", kData, {said("block", "65536"), said("body", "")}}),
              "`block` is 65536, and has room for a number from 0 to 65535");
    EXPECT_NE(mistake_in({"data", kData, {said("block", "-1"), said("body", "")}}), "");
    EXPECT_NE(mistake_in({"data", kData, {said("block", "many"), said("body", "")}}), "");
    EXPECT_EQ(mistake_in({"data", kData, {said("body", "")}}), "nothing says what `block` is");
    const Fields text{{.name = "t", .kind = Kind::cstring}};
    EXPECT_NE(mistake_in({"f", text, {said("t", "a\0b"s)}}), "");
}

TEST(Formats, WhatIsNotSaidIsFree) {
    EXPECT_TRUE(compare({"data", kData, {}}, "\0\3\0\7anything"s).fits());
    EXPECT_TRUE(compare({"data", kData, {said("block", "7")}}, "\0\3\0\7"s).fits());
    EXPECT_EQ(first_problem({"data", kData, {}}, "\0\4\0\7"s), "`op` (bytes 0 to 1) is 4, and should be 3.");
    EXPECT_EQ(first_problem({"data", kData, {said("block", "1")}}, "\0\3\1\0x"s),
              "`block` (bytes 2 to 3) is 256, and should be 1: its bytes stand the other way round.");
    EXPECT_EQ(first_problem({"data", kData, {said("body", "ab")}}, "\0\3\0\0aB"s),
              "`body` (bytes 4 to 5) is \"aB\", and should be \"ab\".");
}

TEST(Formats, OfALongTextIsSaidWhereItDiffers) {
    const std::string long_text(60, 'a');
    const auto problem = [&](const std::string& body) {
        return first_problem({"data", kData, {said("body", long_text)}}, "\0\3\0\1"s + body);
    };
    EXPECT_EQ(problem(long_text), "");
    EXPECT_EQ(
        problem(long_text.substr(0, 58) + "\nb"),
        "`body` (bytes 4 to 63) differs from byte 62 on: \"\\nb\" came there, and \"aa\" should have come.");
    EXPECT_EQ(problem(long_text.substr(0, 50)),
              "`body` (bytes 4 to 53) has 50 bytes, and should have 60; what came is right.");
    EXPECT_EQ(problem(long_text + "bbb"),
              "`body` (bytes 4 to 66) has 63 bytes, and should have 60; the first 60 are right.");
    EXPECT_EQ(problem("b" + long_text),
              "`body` (bytes 4 to 64) has 61 bytes, and should have 60. It differs from byte 4 on: "
              "\"baaaaaaaaaaaaaaaaaaa\" came there, and \"aaaaaaaaaaaaaaaaaaaa\" should have come.");
}

TEST(Formats, BytesTheOtherWayRoundAreToldFromAWrongNumber) {
    const auto problem = [](const std::string& wanted, const std::string& bytes) {
        return first_problem({"data", kData, {said("block", wanted)}}, "\0\3"s + bytes);
    };
    EXPECT_EQ(problem("258", "\2\1"),
              "`block` (bytes 2 to 3) is 513, and should be 258: its bytes stand the other way round.");
    EXPECT_EQ(problem("258", "\2\2"), "`block` (bytes 2 to 3) is 514, and should be 258.");
}

TEST(Formats, BytesTooFewAndTooManyAreSaid) {
    EXPECT_EQ(first_problem({"data", kData, {}}, "\0\3\1"s),
              "`block` cannot be read: it takes 2 bytes from byte 2 on, and only 1 is left.");
    EXPECT_TRUE(compare({"data", kData, {}}, "\0\3\1"s).needs_more);
    EXPECT_EQ(first_problem({"f", {number("a", Kind::u1)}, {}}, "abc"),
              "2 bytes too many follow behind the last field: \"bc\".");
    const Fields text{{.name = "t", .kind = Kind::cstring}};
    EXPECT_EQ(first_problem({"f", text, {}}, "abc"),
              "`t` cannot be read: no NUL ends it (a byte of the value 0).");
    EXPECT_TRUE(compare({"f", text, {said("t", "abc")}}, "abc\0"s).fits());
}

TEST(Formats, SumsAreHeldAgainstTheBytesThatCame) {
    const std::string right = encode({"f", kSummed, {said("body", "abc")}});
    EXPECT_TRUE(compare({"f", kSummed, {}}, right).fits());
    std::string wrong = right;
    wrong.back() = 'd';
    EXPECT_NE(first_problem({"f", kSummed, {}}, wrong).find("`sum` (bytes 0 to 1) is"), std::string::npos);
}

TEST(Formats, OfAMessageThatIsCutTheEndIsMissedAndNotTheSum) {
    const std::string whole = encode({"f", kSummed, {said("body", "abc")}});
    const Comparison comparison = compare({"f", kSummed, {}}, whole.substr(0, whole.size() - 1));
    ASSERT_EQ(comparison.problems.size(), 1U);
    EXPECT_EQ(comparison.problems.front(),
              "`body` cannot be read: it takes 3 bytes from byte 4 on, and only 2 are left.");
    EXPECT_TRUE(comparison.is_right_so_far());
}

TEST(Formats, TakeWhatComesWhereANameStands) {
    const FieldValue block{.name = "block", .captures = "last"};
    const Comparison comparison = compare({"data", kData, {block}}, "\0\3\0\x2a"s);
    EXPECT_TRUE(comparison.fits());
    EXPECT_EQ(comparison.captured, (Captures{{"last", "42"}}));
}

TEST(Formats, AGroupHasToBeThereAsOftenAsIsSaid) {
    const FieldValue parts{.name = "parts", .items = {{}, {said("text", "")}}};
    EXPECT_TRUE(compare({"name", kName, {parts}}, "\3www\0"s).fits());
    EXPECT_EQ(first_problem({"name", kName, {parts}}, "\3www\3org\0"s),
              "`parts[1].text` (bytes 5 to 7) is \"org\", and should be \"\".");
    EXPECT_EQ(compare({"name", kName, {parts}}, "\3www\3org\0"s).problems.back(),
              "`parts` is there 3 times, and should be there 2 times.");
}

TEST(Formats, AGroupThatIsAwaitedNeverMustNotBeThere) {
    const Fields counted{
        number("count", Kind::u1),
        {.name = "all", .kind = Kind::group, .size = "count", .fields = {number("x", Kind::u1)}}};
    const FieldValue none{.name = "all"};
    EXPECT_TRUE(compare({"f", counted, {none}}, "\0"s).fits());
    EXPECT_EQ(first_problem({"f", counted, {none}}, "\1\5"),
              "`all` is there 1 time, and should be there 0 times.");
}

TEST(Formats, NoBytesTakeForEver) {
    EXPECT_FALSE(decode(kName, std::string(100'000, '\1')).is_whole());
    const Fields huge{number("n", Kind::u8), bytes("b", "n")};
    EXPECT_FALSE(decode(huge, std::string(20, '\xff')).is_whole());
    EXPECT_EQ(first_problem({"f", huge, {}}, std::string(20, '\xff')),
              "`b` cannot be read: its length would be \"18446744073709551615\".");
    const Fields less{number("n", Kind::u1), bytes("b", "n - 5")};
    EXPECT_EQ(first_problem({"f", less, {}}, "\1abc"), "`b` cannot be read: its length would be -4.");
}

TEST(Formats, AreToldInWords) {
    const FieldValue parts{.name = "parts", .items = {{said("text", "www")}, {said("text", "")}}};
    EXPECT_EQ(in_words({"data", kData, {}}), "of the format 'data'");
    EXPECT_EQ(in_words({"data", kData, {said("block", "7"), said("body", "7")}}),
              "of the format 'data' with block 7, body \"7\"");
    EXPECT_EQ(in_words({"data", kData, {{.name = "block", .text = "{= next + 1}"}}}),
              "of the format 'data' with block {= next + 1}");
    EXPECT_EQ(in_words({"data", kData, {{.name = "block", .captures = "next"}}}),
              "of the format 'data' with any block (called {next} from here on)");
    EXPECT_EQ(in_words({"name", kName, {parts}}),
              "of the format 'name' with parts (text \"www\"), (text \"\")");
}

}  // namespace
}  // namespace sockgrade::formats
