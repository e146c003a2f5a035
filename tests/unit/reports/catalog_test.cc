#include "reports/catalog.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "base/error.hh"
#include "tests/support/places.hh"

namespace sockgrade::reports {
namespace {

TEST(ReportCatalog, NamesAreUniqueAndSayWhatTheyAre) {
    std::set<std::string_view> names;
    for (const Format* format : catalog()) {
        EXPECT_TRUE(names.insert(format->name).second) << format->name;
        EXPECT_FALSE(format->summary.empty()) << format->name;
        EXPECT_EQ(&format_named(format->name), format);
        const std::string file = in_source("harness/reports/") + std::string(format->name);
        EXPECT_TRUE(std::filesystem::exists(file + ".cc"))
            << "a format's name is its file's: " << format->name;
    }
}

TEST(ReportCatalog, EachFormatIsInTheDocumentation) {
    std::ifstream in(in_source("docs/reports.md"));
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    for (const Format* format : catalog())
        EXPECT_THAT(text, testing::HasSubstr("`" + std::string(format->name) + "`"));
}

TEST(ReportCatalog, AnUnknownNameIsRefusedWithTheNearest) {
    const auto complaint = [](std::string_view name) -> std::string {
        try {
            format_named(name);
        } catch (const UsageError& error) {
            return error.what();
        }
        return "none";
    };
    EXPECT_EQ(complaint("jsno"), "there is no format \"jsno\"; did you mean 'json'?");
    EXPECT_EQ(
        complaint("spreadsheet"),
        "there is no format \"spreadsheet\"; choose autolab, classroom50, csv, ctrf, github, gradescope, "
        "html, json, junit, markdown, prairielearn, sequence, svg, tap or text");
}

}  // namespace
}  // namespace sockgrade::reports
