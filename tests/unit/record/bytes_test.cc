#include "record/bytes.hh"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/unit/record/sample_transcript.hh"

namespace sockgrade::record {
namespace {

TEST(Base64, AgreesWithTheRfc) {
    EXPECT_EQ(base64(""), "");
    EXPECT_EQ(base64("f"), "Zg==");
    EXPECT_EQ(base64("fo"), "Zm8=");
    EXPECT_EQ(base64("foo"), "Zm9v");
    EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
    EXPECT_EQ(from_base64("Zm9vYg=="), "foob");
}

TEST(Base64, RefusesWhatIsNone) {
    for (const char* text : {"Zg", "Zg=", "Z===", "Zg==Zg==", "Zm9v\n", "Zm 9", "Zm9*", "====", "é=="})
        EXPECT_EQ(from_base64(text), std::nullopt) << text;
}

TEST(Bytes, AnyOfThemComeBack) {
    const std::string all = all_bytes();
    for (std::size_t start = 0; start < all.size(); ++start) {
        for (const std::size_t length : {std::size_t{1}, std::size_t{2}, std::size_t{3}, all.size()}) {
            const std::string bytes = all.substr(start, length);
            EXPECT_EQ(bytes_from_value(nlohmann::json::parse(bytes_to_value(bytes).dump())), bytes);
        }
    }
}

TEST(Bytes, ReadableWhereTheyAreText) {
    EXPECT_EQ(bytes_to_value("grüße\n").dump(), R"("grüße\n")");
    EXPECT_EQ(bytes_to_value("\xff").dump(), R"({"base64":"/w=="})");
    // The bytes of a surrogate are no UTF-8, although they look like it.
    EXPECT_EQ(bytes_to_value("\xed\xa0\x80").dump(), R"({"base64":"7aCA"})");
}

TEST(Bytes, OtherValuesAreNone) {
    for (const char* text : {"1", "null", "[]", "{}", R"({"base64": 1})", R"({"base64": "", "more": 1})"})
        EXPECT_EQ(bytes_from_value(nlohmann::json::parse(text)), std::nullopt) << text;
}

}  // namespace
}  // namespace sockgrade::record
