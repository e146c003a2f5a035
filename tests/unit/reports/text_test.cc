#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/columns.hh"
#include "reports/catalog.hh"
#include "tests/support/golden.hh"
#include "tests/unit/reports/sample_results.hh"

namespace sockgrade::reports {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string rendered_text(const model::Result& result, const ReportOptions& options = {}) {
    return format_named("text").render(result, options);
}

TEST(TextReport, LooksAsReviewed) {
    for (const auto& [name, result] : samples::all()) {
        golden::expect_golden(rendered_text(result), "report-" + name + ".txt");
        golden::expect_golden(rendered_text(result, {.color = true}), "report-" + name + "-color.txt");
    }
    golden::expect_golden(rendered_text(samples::passed(), {.verbose = true}), "report-passed-verbose.txt");
    golden::expect_golden(rendered_text(samples::crashed(), {.verbose = true}), "report-crashed-verbose.txt");
    golden::expect_golden(rendered_text(samples::failed(), {.columns = 50}), "report-failed-narrow.txt");
}

TEST(TextReport, ColourOnlyAddsColour) {
    for (const auto& [name, result] : samples::all()) {
        std::string text = rendered_text(result, {.color = true});
        for (std::size_t at = 0; (at = text.find("\x1b[", at)) != std::string::npos;)
            text.erase(at, text.find('m', at) - at + 1);
        EXPECT_EQ(text, rendered_text(result)) << name;
    }
}

TEST(TextReport, StaysWithinItsColumns) {
    for (const auto& [name, result] : samples::all()) {
        if (name == "hostile" || name == "tricky")
            continue;  // what is written out to disarm a line comes after it was measured
        for (const std::string& line : golden::lines_of(rendered_text(result))) {
            if (line.starts_with("  repeat  ")) continue;  // there to be copied
            EXPECT_LE(columns_of(line), 80U) << name << ": " << line;
        }
    }
}

TEST(TextReport, HostileTextStaysText) {
    const std::string text = rendered_text(samples::hostile(), {.verbose = true});
    for (const char c : text) EXPECT_TRUE(c == '\n' || static_cast<unsigned char>(c) >= ' ') << text;
    EXPECT_EQ(text.find("\u202e"), std::string::npos);
    EXPECT_EQ(text.find("##["), std::string::npos);
    for (const std::string& line : golden::lines_of(text)) {
        const std::size_t start = line.find_first_not_of(' ');
        EXPECT_TRUE(start == std::string::npos || line.compare(start, 2, "::") != 0) << line;
    }
}

TEST(TextReport, PutsTheMarkUnderTheFirstDifference) {
    model::Result result = samples::failed();
    model::Finding& finding = result.cases[0].findings[1];
    finding.awaited = R"("né\x01AB")";
    finding.got = R"("né\x01Ab")";
    EXPECT_THAT(rendered_text(result), HasSubstr("  awaited   \"né\\x01AB\"\n"
                                                 "  got       \"né\\x01Ab\"\n"
                                                 "                    ^\n"));
}

TEST(TextReport, ComparesOnlyValues) {
    model::Result result = samples::failed();
    model::Finding& finding = result.cases[0].findings[1];
    finding.awaited = "a reply";
    finding.got = "nothing";
    EXPECT_THAT(rendered_text(result), HasSubstr("  awaited   a reply\n  got       nothing\n  detail"));
    EXPECT_THAT(rendered_text(result), Not(HasSubstr("^")));
}

TEST(TextReport, CutsTextsWithoutAnEnd) {
    model::Result result = samples::failed();
    std::string endless;
    for (int i = 0; i < 1000; ++i) endless += "line\n";
    result.cases[0].findings[1].detail = endless;
    EXPECT_THAT(rendered_text(result), HasSubstr("... 972 lines more; --verbose shows them"));
    EXPECT_LT(golden::lines_of(rendered_text(result)).size(), 100U);
    EXPECT_GT(golden::lines_of(rendered_text(result, {.verbose = true})).size(), 1000U);
}

TEST(TextReport, SurvivesAnEmptyResult) {
    EXPECT_THAT(rendered_text({}), HasSubstr("0 of 0 points"));
    model::Result result;
    result.cases.resize(1);
    result.cases[0].verdict = model::Verdict::failed;
    result.cases[0].shown_transcript = 3;
    for (const std::size_t columns : {0, 1, 20, 80})
        EXPECT_NE(rendered_text(result, {.columns = columns}), "");
}

}  // namespace
}  // namespace sockgrade::reports
