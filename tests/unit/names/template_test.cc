#include "names/template.hh"

#include <gtest/gtest.h>

#include "base/pattern.hh"

namespace sockgrade::names {
namespace {

Value named(const std::string& name) {
    if (name == "a") return {std::int64_t{3}};
    if (name == "nick") return {std::string("a.b{nick}")};
    if (name == "my-size") return {std::int64_t{1024}};
    if (name == "client.port") return {std::int64_t{4321}};
    throw Mistake("nobody knows '" + name + "'");
}

TEST(Template, HasNamesExpressionsAndBraces) {
    EXPECT_EQ(fill_all("CALC {a} + {= a * 2}\n", Mode::text, named), "CALC 3 + 6\n");
    EXPECT_EQ(fill_all("{client.port} {my-size}", Mode::text, named), "4321 1024");
    EXPECT_EQ(fill_all("{{a} {{}} {} { a } {3}", Mode::text, named), "{a} {}} {} { a } {3}");
    EXPECT_EQ(fill_all("{= '}' + \"{\" + '\\''}", Mode::text, named), "}{'");
    EXPECT_EQ(fill_all("", Mode::text, named), "");
}

TEST(Template, WhatIsFilledInIsNotLookedAtAgain) {
    EXPECT_EQ(fill_all("{nick}", Mode::text, named), "a.b{nick}");
}

TEST(Template, InAPatternValuesStandForThemselves) {
    const std::string pattern = fill_all("x{2} {nick}", Mode::pattern, named);
    EXPECT_TRUE(captures(pattern, "xx a.b{nick}").has_value());
    EXPECT_FALSE(captures(pattern, "xx axb{nick}").has_value());
}

TEST(Template, WhatIsNotKnownYetStaysATemplate) {
    const auto only_a = [](const Part& part) -> std::optional<std::string> {
        if (part.text == "a") return "{x}";
        return std::nullopt;
    };
    const Filled later = fill("{{ {a} {hi} {= hi + 1}", Mode::text, only_a);
    EXPECT_FALSE(later.is_whole);
    EXPECT_EQ(later.text, "{{ {{x} {hi} {= hi + 1}");
    const auto hi = [](const std::string&) { return Value{std::int64_t{9}}; };
    EXPECT_EQ(fill_all(later.text, Mode::text, hi), "{ {x} 9 10");
}

TEST(Template, KnowsItsNames) {
    const std::vector<std::string> names{"a", "b", "c"};
    EXPECT_EQ(names_in("{a} {= b + a + len(c)} {a}"), names);
}

TEST(Template, AnExpressionNeedsAnEnd) {
    EXPECT_THROW(parts_of("{= a"), Mistake);
    EXPECT_THROW(parts_of("{= '}"), Mistake);
}

}  // namespace
}  // namespace sockgrade::names
