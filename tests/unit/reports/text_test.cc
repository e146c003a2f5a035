#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/columns.hh"
#include "reports/catalog.hh"
#include "tests/support/golden.hh"
#include "tests/unit/reports/external_formats.hh"
#include "tests/unit/reports/sample_results.hh"

namespace sockgrade::reports {
namespace {

using samples::count_in;
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
            if (line.starts_with("  repeat  ") || line.starts_with("      sockgrade "))
                continue;  // there to be copied
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
    EXPECT_THAT(rendered_text(result), HasSubstr("... 985 lines more; --verbose shows them"));
    EXPECT_LT(golden::lines_of(rendered_text(result)).size(), 100U);
    EXPECT_GT(golden::lines_of(rendered_text(result, {.verbose = true})).size(), 1000U);
}

TEST(TextReport, EndsWithWhatToDo) {
    for (const auto& [name, result] : samples::all()) {
        if (result.verdict != model::Verdict::failed) continue;
        const std::vector<std::string> lines = golden::lines_of(rendered_text(result));
        const std::size_t screen = lines.size() > 23 ? lines.size() - 23 : 0;
        EXPECT_TRUE(std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(screen), lines.end(),
                                [](const std::string& line) { return line.starts_with("First to fix: "); }))
            << name;
    }
}

TEST(TextReport, OneFailureIsToldWholeAndTheOthersInALine) {
    const model::Result result = samples::many_failures(12);
    const std::string text = rendered_text(result);
    EXPECT_EQ(count_in(text, "  required  "), 1U);
    for (const model::CaseResult& one : result.cases) EXPECT_THAT(text, HasSubstr("FAIL  " + one.id));
    EXPECT_EQ(count_in(rendered_text(result, {.verbose = true}), "  required  "), 12U);
}

TEST(TextReport, WhatHelpsGoesBeforeWhatWasAwaited) {
    const std::string text = rendered_text(samples::failed());
    EXPECT_LT(text.find("  why  "), text.find("  hint  "));
    EXPECT_LT(text.find("  hint  "), text.find("  awaited  "));
}

TEST(TextReport, WhatPassedIsToldInALineForEachFailure) {
    model::Result result = samples::many_failures(6);
    result.verdict = model::Verdict::passed;
    for (model::CaseResult& one : result.cases) one.level = model::Level::should;
    const std::string text = rendered_text(result);
    EXPECT_EQ(count_in(text, "  required  "), 0U);
    EXPECT_EQ(count_in(text, "First to fix"), 0U);
    EXPECT_THAT(text, HasSubstr("\nFor more points: " + result.cases[0].id + ". "));
    EXPECT_LT(golden::lines_of(text).size(), 42U);
}

TEST(TextReport, ANoteThatComesAgainIsToldOnce) {
    model::Result result = samples::passed();
    result.cases[0].findings[0].notes = {"193 NUL bytes followed", "9 NUL bytes followed"};
    result.cases[1].findings = {samples::met("x", {"40 NUL bytes followed"})};
    EXPECT_EQ(count_in(rendered_text(result), "NUL bytes followed"), 1U);
    EXPECT_EQ(count_in(rendered_text(result, {.verbose = true}), "NUL bytes followed"), 6U);
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
