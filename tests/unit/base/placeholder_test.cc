#include "base/placeholder.hh"

#include <gtest/gtest.h>

namespace sockgrade {
namespace {

TEST(Placeholders, AreNamesInBraces) {
    const std::vector<Placeholder> found = placeholders_in("a {word} and {n}");
    EXPECT_EQ(found, (std::vector<Placeholder>{{"word", 2, 6}, {"n", 13, 3}}));
}

TEST(Placeholders, MayHaveDotsInThem) {
    EXPECT_EQ(placeholders_in("{origin.port}"), (std::vector<Placeholder>{{"origin.port", 0, 13}}));
    for (const char* text : {"{origin.}", "{.port}", "{a..b}", "{a.", "{a.b", "{a. b}"})
        EXPECT_TRUE(placeholders_in(text).empty()) << text;
}

TEST(Placeholders, OtherBracesAreOrdinaryCharacters) {
    for (const char* text : {"{}", "{", "}", "{ x }", "{1}", "{\"a\": 1}", "{word", "@[`{}]"})
        EXPECT_TRUE(placeholders_in(text).empty()) << text;
    EXPECT_EQ(placeholders_in("{{word}}"), (std::vector<Placeholder>{{"word", 1, 6}}));
    EXPECT_EQ(placeholders_in("{wo{rd}"), (std::vector<Placeholder>{{"rd", 3, 4}}));
}

TEST(Placeholders, AreFilledOnceFromLeftToRight) {
    int calls = 0;
    const auto value_of = [&](const std::string& name) -> std::optional<std::string> {
        if (name == "unknown") return std::nullopt;
        return "{n}" + std::to_string(++calls);
    };
    EXPECT_EQ(fill_placeholders("{a}-{unknown}-{b}", value_of), "{n}1-{unknown}-{n}2");
    EXPECT_EQ(fill_placeholders("", value_of), "");
}

}  // namespace
}  // namespace sockgrade
