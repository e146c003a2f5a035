// What must hold of every format for other systems, whatever is in the result.
#include "tests/unit/reports/external_formats.hh"

#include <gtest/gtest.h>

#include <climits>

#include "base/text.hh"
#include "reports/orders.hh"
#include "tests/support/golden.hh"

namespace sockgrade::reports {
namespace {

const std::vector<std::pair<std::string, std::string>> kEndings = {{"autolab", "autolab.txt"},
                                                                   {"classroom50", "classroom50.json"},
                                                                   {"csv", "csv"},
                                                                   {"ctrf", "ctrf.json"},
                                                                   {"github", "github.txt"},
                                                                   {"gradescope", "gradescope.json"},
                                                                   {"junit", "junit.xml"},
                                                                   {"markdown", "md"},
                                                                   {"prairielearn", "prairielearn.json"},
                                                                   {"tap", "tap"}};

// Nothing in it does anything on a terminal or in the log of a CI runner.
void expect_harmless(const std::string& format, const std::string& text) {
    EXPECT_TRUE(is_utf8(text));
    EXPECT_EQ(find_order(text), std::string::npos);
    EXPECT_EQ(text.find("\u202e"), std::string::npos);
    EXPECT_EQ(text.find("\u2028"), std::string::npos);
    EXPECT_EQ(text.find("\u009b"), std::string::npos);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool ends_a_line = text[i] == '\n' || (format == "csv" && text.compare(i, 2, "\r\n") == 0);
        ASSERT_TRUE(ends_a_line || (static_cast<unsigned char>(text[i]) >= ' ' && text[i] != '\x7f')) << i;
    }
    for (const std::string& line : golden::lines_of(text)) {
        const std::size_t start = line.find_first_not_of(" \t");
        if (start == std::string::npos || line.compare(start, 2, "::") != 0) continue;
        EXPECT_TRUE(format == "github" &&
                    (line.starts_with("::error file=") || line.starts_with("::warning file=")))
            << line;
    }
}

TEST(ExternalFormats, LookAsReviewed) {
    for (const auto& [format, ending] : kEndings)
        for (const auto& [name, result] : samples::all())
            golden::expect_golden(samples::rendered(format, result), "report-" + name + "." + ending);
}

TEST(ExternalFormats, AreAllHere) {
    for (const Format* format : catalog()) {
        const bool is_external = std::any_of(kEndings.begin(), kEndings.end(),
                                             [&](const auto& one) { return one.first == format->name; });
        const bool is_ours = format->name == "text" || format->name == "json" || format->name == "sequence" ||
                             format->name == "svg" || format->name == "html";
        EXPECT_NE(is_external, is_ours) << format->name;
    }
}

TEST(ExternalFormats, TakeNoOrdersFromAProgram) {
    for (const auto& [format, ending] : kEndings)
        for (const auto& [name, result] : samples::all()) {
            SCOPED_TRACE(format + " of " + name);
            expect_harmless(format, samples::rendered(format, result));
        }
    for (const auto& [name, result] : samples::all())
        expect_harmless("markdown", format_named("github").step_summary(result, samples::somewhere()));
}

TEST(ExternalFormats, StayShortWhateverAProgramPrints) {
    constexpr std::size_t kMuch = 8'000;
    for (const char* letter : {"\x1b", "`", "]]>", "\n"}) {
        std::string flood;
        while (flood.size() < kMuch) flood += letter;
        model::Result result = samples::failed();
        result.title = flood;
        result.program = flood.substr(0, PATH_MAX);
        result.notes = {flood};
        model::CaseResult& one = result.cases[0];
        one.summary = one.hint = flood;
        one.findings[1].requirement = one.findings[1].awaited = one.findings[1].got = flood;
        one.findings[1].detail = flood;
        one.diagnoses[0].message = one.diagnoses[0].hint = flood;
        for (const auto& [format, ending] : kEndings) {
            SCOPED_TRACE(format + " of " + escape(letter));
            const std::string text = samples::rendered(format, result);
            EXPECT_LT(text.size(), 45'000U);
            expect_harmless(format, text);
        }
    }
}

TEST(ExternalFormats, SurviveAnEmptyResult) {
    model::Result broken;
    broken.cases.resize(2);
    broken.cases[0].verdict = model::Verdict::failed;
    broken.cases[0].shown_transcript = 3;
    for (const auto& [format, ending] : kEndings)
        for (const model::Result& result : {model::Result{}, broken}) {
            SCOPED_TRACE(format);
            expect_harmless(format, samples::rendered(format, result));
            expect_harmless(format, format_named(format).render(result, {}));
        }
}

TEST(Orders, AreFoundWhereRunnersLookForThem) {
    for (const char* order : {"##[group]", "x ##vso[task.setvariable]y", "##teamcity[testFailed", "###[x]"})
        EXPECT_NE(find_order(order), std::string::npos) << order;
    for (const char* text : {"", "#", "##", "# #[x]", "## heading", "##vso", "#[x]"})
        EXPECT_EQ(find_order(text), std::string::npos) << text;
    EXPECT_EQ(without_orders("a ##vso[x] ##[y]"), "a \\x23#vso[x] \\x23#[y]");
    EXPECT_EQ(without_orders(" \u3000::error::x"), " \u3000\\x3a:error::x");
    EXPECT_EQ(without_orders("std::move"), "std::move");
}

}  // namespace
}  // namespace sockgrade::reports
