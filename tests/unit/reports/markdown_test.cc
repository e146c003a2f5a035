#include "reports/markdown_text.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "reports/text_case.hh"
#include "tests/support/reader.hh"
#include "tests/unit/reports/external_formats.hh"

namespace sockgrade::reports {
namespace {

using samples::count_in;
using testing::HasSubstr;

const std::vector<std::string> kGithubFlavour = {"-e", "table",    "-e", "autolink", "-e", "strikethrough",
                                                 "-e", "tasklist", "-e", "tagfilter"};

// The report as GitHub's own reader of Markdown understands it.
std::string read_as(const std::string& form, const std::string& markdown) {
    std::vector<std::string> command = {"cmark-gfm", "-t", form};
    command.insert(command.end(), kGithubFlavour.begin(), kGithubFlavour.end());
    command.emplace_back("{}");
    return reader::said_by(command, markdown);
}

std::set<std::string> elements_of(const std::string& xml) {
    std::set<std::string> names;
    for (std::size_t at = 0; (at = xml.find('<', at)) != std::string::npos; ++at)
        if (xml[at + 1] != '/' && xml[at + 1] != '?' && xml[at + 1] != '!')
            names.insert(xml.substr(at + 1, xml.find_first_of(" />", at) - at - 1));
    return names;
}

TEST(MarkdownReport, HasNoMarkupButOurs) {
    const std::set<std::string> ours = {"document",   "heading", "paragraph",  "text",
                                        "strong",     "table",   "table_cell", "table_row",
                                        "code_block", "list",    "item",       "table_header"};
    for (const auto& [name, result] : samples::all()) {
        const std::string xml = read_as("xml", samples::rendered("markdown", result));
        for (const std::string& element : elements_of(xml))
            EXPECT_TRUE(ours.contains(element)) << name << element;
        EXPECT_EQ(count_in(xml, "<table_row>"), result.cases.size()) << name;
        EXPECT_EQ(count_in(xml, "<table_cell"), 4 * (result.cases.size() + 1)) << name;
        EXPECT_EQ(count_in(xml, "<table>") + count_in(xml, "<table "), 1U) << name;
    }
}

TEST(MarkdownReport, TextIsShownAsItIs) {
    for (const std::string text : {"plain", "a*b_c`d", "<b>&amp;</b>", "[x](y) ![z](w)", "| a |", "~~x~~",
                                   "\\*", "$x^2$", "# 1. - x", "50% & more: yes", "!x", "trailing\\"}) {
        std::string shown = read_as("plaintext", "x " + markdown_line(text) + "\n");
        for (std::size_t at; (at = shown.find("\u200b")) != std::string::npos;) shown.erase(at, 3);
        EXPECT_EQ(shown, "x " + text + "\n");
    }
}

TEST(MarkdownReport, NobodyIsMentionedAndNothingIsLinked) {
    EXPECT_EQ(markdown_line("@anna #12"), "@\u200banna \\#\u200b12");
    for (const char* text : {"https://example.org", "www.example.org", "a@example.org",
                             "mailto:a@example.org", "<https://example.org>", "xmpp:a@example.org"})
        EXPECT_EQ(read_as("xml", "x " + markdown_line(text)).find("<link"), std::string::npos) << text;
    EXPECT_THAT(read_as("xml", "x https://example.org"), HasSubstr("<link"))
        << "so that the test means something";
}

TEST(MarkdownReport, ABlockEndsWhereItShould) {
    for (const std::string lines : {"```\n# out\n", "````` x\n~~~\n", "no line end", "    ```\n"}) {
        const std::string xml = read_as("xml", markdown_block(lines) + "\nafter\n");
        EXPECT_EQ(count_in(xml, "<code_block"), 1U) << lines;
        EXPECT_EQ(count_in(xml, "<heading"), 0U) << lines;
        EXPECT_EQ(count_in(xml, "<paragraph"), 1U) << lines;
    }
}

TEST(MarkdownReport, LeavesStoriesOutWhereThereIsNoRoom) {
    const model::Result result = samples::many_failures(20);
    const std::string text = markdown_of(result, {.verbose = true}, 10'000);
    EXPECT_LT(text.size(), 10'100U);
    EXPECT_THAT(text, HasSubstr("| case-20: "));
    EXPECT_THAT(text, HasSubstr("### case-12: "));
    EXPECT_THAT(text, HasSubstr("There was no room for the rest"));
    EXPECT_EQ(samples::rendered("markdown", result).find("no room"), std::string::npos);
}

TEST(MarkdownReport, TellsTheStoryOfWhatFailed) {
    const std::string text = samples::rendered("markdown", samples::failed());
    EXPECT_THAT(text, HasSubstr("\n" + markdown_block(explanation(samples::failed().cases[0], {}))));
    EXPECT_THAT(
        text, HasSubstr("\n**next-client, not required**: the second client found nobody listening\n\n"
                        "```text\nsockgrade check tcp-capitalize-server anna/server.py --case next-client"));
    EXPECT_THAT(text, HasSubstr("\n**First to fix: replies-in-capitals.** The program sends back exactly "
                                "what it got. Send the changed text"));
    EXPECT_TRUE(text.ends_with("--case replies-in-capitals --seed 42\n```\n")) << text;
    EXPECT_EQ(count_in(samples::rendered("markdown", samples::build_failure()), "\n### "), 1U)
        << "once for all";
}

}  // namespace
}  // namespace sockgrade::reports
