#include "formats/fit.hh"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>

#include "formats/format.hh"
#include "names/template.hh"

namespace sockgrade::formats {
namespace {

using namespace std::string_literals;
using model::Expect;
using model::FormatField;
using model::Formatted;
using model::Wanted;
using Kind = FormatField::Kind;
using Until = model::Frame::Until;

const std::vector<FormatField> kOnlyBlock{{.name = "op", .kind = Kind::u2, .is = "4"},
                                          {.name = "block", .kind = Kind::u2}};
const std::vector<FormatField> kOnlyText{{.name = "op", .kind = Kind::u2, .is = "5"},
                                         {.name = "why", .kind = Kind::cstring}};
const std::vector<FormatField> kOnlyBody{{.name = "op", .kind = Kind::u2, .is = "3"},
                                         {.name = "body", .kind = Kind::rest}};

Wanted wanted(const std::string& name, const std::vector<FormatField>& fields,
              const std::vector<model::FieldValue>& values = {}) {
    Wanted one;
    one.message.form = model::Message::Form::format;
    one.message.formatted = Formatted{name, fields, values};
    return one;
}
Wanted text(const std::string& bytes) { return {{model::Message::Form::text, "", "", bytes}, false, {}}; }

Wanted ack(const std::string& block) {
    return wanted("ack", kOnlyBlock, {{.name = "block", .bytes = block}});
}

Expect awaiting(Expect::What what, std::vector<Wanted> all) {
    Expect expect;
    expect.what = what;
    expect.wanted = std::move(all);
    expect.frame.until = Until::format;
    return expect;
}

TEST(Fit, AFormatFitsFieldByFieldAndForgivesNothing) {
    EXPECT_TRUE(fit(ack("1"), "\0\4\0\1"s));
    EXPECT_FALSE(fit(ack("1"), "\0\4\0\2"s));
    EXPECT_FALSE(fit(ack("1"), "\0\4\0\1\n"s));
    EXPECT_TRUE(fit(text("hello"), "hello\n"));
}

TEST(Fit, TheFirstOfSeveralThatFitsCaptures) {
    const Wanted any = wanted("ack", kOnlyBlock, {{.name = "block", .captures = "b"}});
    const Wanted why = wanted("error", kOnlyText, {{.name = "why", .captures = "b"}});
    EXPECT_EQ(fit_one_of({any, why}, "\0\4\0\7"s), (Captures{{"b", "7"}}));
    EXPECT_EQ(fit_one_of({any, why}, "\0\5no\0"s), (Captures{{"b", "no"}}));
    EXPECT_EQ(fit_one_of({any, why}, "\0\6"s), std::nullopt);
}

TEST(Fit, InAStreamAMessageEndsWhereTheFormatThatFitsDoes) {
    const Expect expect = awaiting(Expect::What::one_of, {ack("1"), wanted("error", kOnlyText)});
    EXPECT_EQ(frames_of(expect, "\0\5no\0\0\4\0\1"s, false).used, 5U);
    EXPECT_EQ(frames_of(expect, "\0\4\0\1\0\5"s, false).used, 4U);
    // It may become a text yet.
    EXPECT_FALSE(frames_of(expect, "\0\5n"s, false).are_whole);
    EXPECT_FALSE(frames_of(expect, "", false).are_whole);
}

TEST(Fit, InAnyOrderEachEndsByItself) {
    const Expect expect = awaiting(Expect::What::any_order, {ack("1"), wanted("error", kOnlyText)});
    const std::string bytes = "\0\5no\0\0\4\0\1more"s;
    const Frames frames = frames_of(expect, bytes, false);
    ASSERT_EQ(frames.each.size(), 2U);
    EXPECT_EQ(frames.each[0], "\0\5no\0"s);
    EXPECT_EQ(frames.each[1], "\0\4\0\1"s);
    EXPECT_TRUE(frames.are_whole);
    EXPECT_EQ(frames.used, bytes.size() - 4);
    EXPECT_FALSE(frames_of(expect, bytes.substr(0, 6), false).are_whole);
}

TEST(Fit, AFormatEndsByItselfInAStream) {
    Expect expect;
    expect.what = Expect::What::format;
    expect.message.formatted = Formatted{"error", kOnlyText, {}};
    expect.frame.until = Until::format;
    const std::string one = "\0\5no\0"s;
    EXPECT_EQ(frames_of(expect, one + one, false).used, one.size());
    EXPECT_TRUE(frames_of(expect, one + one, false).are_whole);
    EXPECT_FALSE(frames_of(expect, one.substr(0, 3), false).are_whole);
    EXPECT_TRUE(has_own_end(kOnlyText));
    EXPECT_FALSE(has_own_end(kOnlyBody));
    // Another message that can be read is told from the next one.
    EXPECT_EQ(frames_of(expect, "\0\4no\0next"s, false).used, 5U);
}

TEST(Fit, FormatsThatDifferInAPlaceNeverFitBoth) {
    const auto said = [](const std::string& block) {
        return Formatted{"ack", kOnlyBlock, {{.name = "block", .text = block}}};
    };
    EXPECT_FALSE(may_both_fit(said("1"), said("2")));
    EXPECT_TRUE(may_both_fit(said("1"), said("1")));
    EXPECT_TRUE(may_both_fit(said("1"), said("{b}")));
    EXPECT_TRUE(may_both_fit(said("1"), {"ack", kOnlyBlock, {}}));
    EXPECT_FALSE(may_both_fit(said("1"), {"error", kOnlyText, {}}));
    const std::vector<FormatField> other{{.name = "x", .kind = Kind::u2}, {.name = "op", .kind = Kind::u2}};
    EXPECT_TRUE(may_both_fit(said("1"), {"other", other, {{.name = "op", .text = "1"}}}));
    EXPECT_FALSE(may_both_fit(said("1"), {"other", other, {{.name = "op", .text = "7"}}}));
    // Behind a text of any length nothing has its place.
    const std::vector<FormatField> a{{.name = "t", .kind = Kind::cstring},
                                     {.name = "n", .kind = Kind::u1, .is = "1"}};
    const std::vector<FormatField> b{{.name = "t", .kind = Kind::cstring},
                                     {.name = "n", .kind = Kind::u1, .is = "2"}};
    EXPECT_TRUE(may_both_fit({"a", a, {}}, {"b", b, {}}));
    EXPECT_TRUE(may_both_fit({"data", kOnlyBody, {}}, {"data", kOnlyBody, {{.name = "body", .text = "x"}}}));
}

Expect until(Until kind, const std::string& text) {
    Expect expect;
    expect.frame.until = kind;
    expect.until.emplace().bytes = text;
    fill_frame(expect);
    return expect;
}

TEST(FillFrame, WithWhatTheNamesHaveComeTo) {
    EXPECT_EQ(until(Until::bytes, "45").frame.bytes, 45U);
    EXPECT_EQ(until(Until::bytes, "0").frame.bytes, 0U);
    EXPECT_EQ(until(Until::bytes, "100000000000000000000039").frame.bytes, SIZE_MAX)
        << "more than comes, however much that is";
    EXPECT_EQ(until(Until::delimiter, "apple").frame.delimiter, "apple");
}

TEST(FillFrame, RefusesWhatEndsNothing) {
    EXPECT_THROW(until(Until::bytes, "-1"), names::Mistake);
    EXPECT_THROW(until(Until::bytes, "4x"), names::Mistake);
    EXPECT_THROW(until(Until::bytes, ""), names::Mistake);
    EXPECT_THROW(until(Until::delimiter, ""), names::Mistake);
}

}  // namespace
}  // namespace sockgrade::formats
