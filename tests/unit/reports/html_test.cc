// The pages as others read them: a strict reader of XML, and Python's of HTML.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <pugixml.hpp>
#include <set>

#include "reports/class_page.hh"
#include "reports/for_student.hh"
#include "reports/html_assets.hh"
#include "reports/orders.hh"
#include "tests/support/golden.hh"
#include "tests/support/reader.hh"
#include "tests/unit/reports/external_formats.hh"
#include "tests/unit/reports/sample_class.hh"

namespace sockgrade::reports {
namespace {

using testing::HasSubstr;
using testing::Not;

// The page without what is the same on all of them, so that a golden file shows what the page says.
std::string without_assets(std::string page) {
    const auto put = [&](std::string_view long_text, std::string_view word) {
        for (std::size_t at; (at = page.find(long_text)) != std::string::npos;)
            page.replace(at, long_text.size(), word);
    };
    for (const Asset& one :
         {assets::kReportStyle, assets::kReportScript, assets::kClassStyle, assets::kClassScript}) {
        put(one.text, "ours");
        put(one.sha256, "...");
    }
    return page;
}

std::vector<std::pair<std::string, std::string>> all_pages() {
    std::vector<std::pair<std::string, std::string>> pages;
    for (const auto& [name, result] : samples::all())
        pages.emplace_back(name, samples::rendered("html", result));
    for (const std::string& evil : samples::harm()) {
        model::Result result = samples::failed();
        result.title = result.program = result.cases[0].title = result.cases[0].id = evil;
        result.cases[0].findings[1].awaited = '"' + evil;
        result.cases[0].findings[1].got = '"' + evil + evil;
        result.cases[0].reproduce = evil;
        pages.emplace_back(evil, samples::rendered("html", result));
    }
    ClassPageOptions options;
    options.page_of = [](const ClassLine& line) { return line.submission; };
    for (const std::string& evil : samples::harm())
        options.meetings.push_back({evil, evil, evil, evil, {evil}, {evil}, {{{"failed", evil, evil}}}});
    pages.emplace_back("small class", class_page(samples::small_class(), options));
    pages.emplace_back("harmful class", class_page(samples::harmful_class(), options));
    pages.emplace_back("no class", class_page({}, {}));
    return pages;
}

// Every element and attribute, as a strict reader finds them.
struct Found : pugi::xml_tree_walker {
    std::set<std::string> elements;
    std::set<std::string> attributes;
    std::set<std::string> links;

    bool for_each(pugi::xml_node& node) override {
        if (node.type() != pugi::node_element) return true;
        elements.insert(node.name());
        for (const pugi::xml_attribute& one : node.attributes()) {
            attributes.insert(one.name());
            if (one.name() == std::string_view("href")) links.insert(one.value());
        }
        return true;
    }
};

Found found_in(const std::string& page) {
    Found found;
    pugi::xml_document document;
    const std::string text = without_assets(page);
    const pugi::xml_parse_result read = document.load_buffer(
        text.data(), text.size(), pugi::parse_default | pugi::parse_doctype, pugi::encoding_utf8);
    EXPECT_TRUE(read) << read.description() << " at "
                      << text.substr(static_cast<std::size_t>(read.offset), 200);
    document.traverse(found);
    return found;
}

TEST(HtmlPages, LookAsReviewed) {
    for (const auto& [name, result] : samples::all())
        golden::expect_golden(without_assets(samples::rendered("html", result)), "report-" + name + ".html");
    ClassPageOptions options;
    options.page_of = [](const ClassLine& line) {
        return line.outcome == "graded" ? "students/" + line.submission + "/" + line.exercise + ".html" : "";
    };
    options.meetings = {samples::meetings(3)};
    golden::expect_golden(without_assets(class_page(samples::small_class(), options)), "class.html");
}

TEST(HtmlPages, AreWellFormedAndOfOurElementsOnly) {
    const std::set<std::string> ours = {
        "html",     "head",   "meta",   "link",   "title",      "style",   "script",  "body",  "a",
        "div",      "header", "main",   "footer", "section",    "nav",     "h1",      "h2",    "h3",
        "h4",       "p",      "b",      "i",      "bdi",        "span",    "mark",    "code",  "pre",
        "ul",       "ol",     "li",     "dl",     "dt",         "dd",      "form",    "label", "input",
        "select",   "option", "button", "figure", "figcaption", "details", "summary", "table", "caption",
        "colgroup", "col",    "thead",  "tbody",  "tr",         "th",      "td",      "svg",   "rect",
        "path",     "line",   "text",   "g"};
    for (const auto& [name, page] : all_pages()) {
        SCOPED_TRACE(name);
        const Found found = found_in(page);
        for (const std::string& element : found.elements) EXPECT_TRUE(ours.contains(element)) << element;
        for (const std::string& attribute : found.attributes) {
            EXPECT_FALSE(attribute.starts_with("on")) << attribute;
            EXPECT_NE(attribute, "style");
            EXPECT_NE(attribute, "src");
        }
        for (const std::string& link : found.links) {
            EXPECT_TRUE(link == "data:," || link.find(':') == std::string::npos) << link;
            EXPECT_FALSE(link.starts_with("/")) << link;
        }
    }
}

TEST(HtmlPages, TakeNoOrdersAndTurnNoText) {
    for (const auto& [name, page] : all_pages()) {
        SCOPED_TRACE(name);
        EXPECT_TRUE(is_utf8(page));
        EXPECT_EQ(find_order(page), std::string::npos);
        for (const char* hidden : {"\u202e", "\u2066", "\u2028", "\u2029", "\u009b"})
            EXPECT_EQ(page.find(hidden), std::string::npos) << escape(hidden);
        for (const char c : page)
            ASSERT_TRUE(c == '\n' || (static_cast<unsigned char>(c) >= ' ' && c != '\x7f'));
        for (const std::string& line : golden::lines_of(page)) {
            const std::size_t start = line.find_first_not_of(" \t");
            EXPECT_TRUE(start == std::string::npos || line.compare(start, 2, "::") != 0) << line;
        }
    }
}

// Reads the page as Python does, and compares the policy with what it would let take effect.
constexpr const char* kPolicyReader = R"(
import base64, hashlib, html.parser, sys

class Reader(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.inside, self.texts, self.policy, self.first = None, {}, None, None
    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "meta" and self.first is None:
            self.first = attributes
        kind = "data" if attributes.get("type") == "application/json" else tag
        if tag in ("style", "script"):
            self.inside = kind
            self.texts.setdefault(kind, []).append("")
    def handle_endtag(self, tag):
        self.inside = None
    def handle_data(self, data):
        if self.inside:
            self.texts[self.inside][-1] += data

reader = Reader()
reader.feed(open(sys.argv[1], encoding="utf-8").read())
digest = lambda text: base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
assert reader.first["http-equiv"] == "Content-Security-Policy"
assert len(reader.texts["style"]) == len(reader.texts["script"]) == 1
print(reader.first["content"] == "default-src 'none'; style-src 'sha256-%s'; script-src 'sha256-%s'; img-src data:; "
      "base-uri 'none'; form-action 'none'" % (digest(reader.texts["style"][0]), digest(reader.texts["script"][0])))
)";

TEST(HtmlPages, OnlyOurStyleAndScriptTakeEffect) {
    for (const std::string& page :
         {samples::rendered("html", samples::tricky()), class_page(samples::harmful_class())})
        EXPECT_EQ(reader::said_by({"python3", "-c", kPolicyReader, "{}"}, page), "True\n");
}

TEST(HtmlPages, AHiddenCaseIsAnnouncedAndNotShown) {
    model::Result result = samples::failed();
    result.cases[0].is_hidden = true;
    const std::string page = samples::rendered("html", for_student(result));
    EXPECT_THAT(page, HasSubstr("a case that your instructor keeps hidden"));
    EXPECT_THAT(page, Not(HasSubstr("comes back in capitals")));
    EXPECT_THAT(page, Not(HasSubstr("ZEBRA")));
    EXPECT_THAT(page, Not(HasSubstr("<svg xmlns")));
}

TEST(HtmlPages, StayOfASizeWhateverAProgramPrints) {
    model::Result result = samples::failed();
    std::string flood;
    while (flood.size() < 1'000'000) flood += "\x1b<";
    model::CaseResult& one = result.cases[0];
    one.findings[1].awaited = one.findings[1].got = one.findings[1].detail = '"' + flood + "\n";
    one.transcripts[0].events.push_back({99, 0, model::event::Printed{true, flood}});
    for (std::size_t i = 0; i < 3'000; ++i)
        one.transcripts[0].events.push_back(
            {100 + i, 0, model::event::Sent{"client", "x", samples::kServer}});
    EXPECT_LT(samples::rendered("html", result).size(), 400'000U);
}

TEST(HtmlPages, SurviveAnEmptyResult) {
    model::Result broken;
    broken.cases.resize(2);
    broken.cases[0].verdict = model::Verdict::failed;
    broken.cases[0].shown_transcript = 3;
    found_in(samples::rendered("html", model::Result{}));
    found_in(samples::rendered("html", broken));
}

TEST(ClassPage, HasEachTextOfItsCasesOnce) {
    const std::string page = class_page(samples::big_class(100, 2, 8));
    EXPECT_LT(page.size(), 300'000U);
    EXPECT_THAT(page, Not(HasSubstr("students/")));
}

}  // namespace
}  // namespace sockgrade::reports
