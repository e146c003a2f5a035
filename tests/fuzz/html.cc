// Pages: well-formed XML of elements and attributes of ours, whatever the texts are; links stay below the
// page.
#include <pugixml.hpp>
#include <set>

#include "reports/catalog.hh"
#include "reports/class_page.hh"
#include "reports/feedback.hh"
#include "reports/html_assets.hh"
#include "tests/fuzz/hostile_result.hh"

namespace sockgrade::fuzz {

namespace {

const std::set<std::string_view> kElements = {
    "html",     "head",   "meta",   "link",   "title",      "style",   "script",  "body",  "a",
    "div",      "header", "main",   "footer", "section",    "nav",     "h1",      "h2",    "h3",
    "h4",       "p",      "b",      "i",      "bdi",        "span",    "mark",    "code",  "pre",
    "ul",       "ol",     "li",     "dl",     "dt",         "dd",      "form",    "label", "input",
    "select",   "option", "button", "figure", "figcaption", "details", "summary", "table", "caption",
    "colgroup", "col",    "thead",  "tbody",  "tr",         "th",      "td",      "svg",   "rect",
    "path",     "line",   "text",   "g"};

struct OfOurs : pugi::xml_tree_walker {
    std::size_t scripts = 0;
    std::size_t styles = 0;

    bool for_each(pugi::xml_node& node) override {
        require(node.type() == pugi::node_element || node.type() == pugi::node_pcdata ||
                    node.type() == pugi::node_doctype || node.type() == pugi::node_cdata,
                "a page has elements and text", node.value());
        if (node.type() != pugi::node_element) return true;
        const std::string_view name = node.name();
        require(kElements.contains(name), "an element is one of ours", name);
        scripts += name == "script" ? 1U : 0U;
        styles += name == "style" ? 1U : 0U;
        for (const pugi::xml_attribute& one : node.attributes()) look_at_attribute(one);
        return true;
    }

    static void look_at_attribute(const pugi::xml_attribute& attribute) {
        const std::string_view name = attribute.name();
        const std::string_view value = attribute.value();
        require(!name.starts_with("on") && name != "style" && name != "src" && name != "action",
                "no attribute runs anything", name);
        if (name != "href") return;
        require(value == "data:," || value.find(':') == std::string_view::npos, "a link has no scheme",
                value);
        require(!value.starts_with("/") && !value.starts_with("\\"), "a link has no host", value);
    }
};

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
        text.replace(at, from.size(), to);
}

void require_page(std::string page) {
    using namespace reports::assets;
    for (const reports::Asset& one : {kReportStyle, kReportScript, kClassStyle, kClassScript})
        replace_all(page, one.text, "ours");
    require_harmless(page);
    require_no_commands(page);
    pugi::xml_document document;
    const pugi::xml_parse_result read = document.load_buffer(
        page.data(), page.size(),
        pugi::parse_default | pugi::parse_doctype | pugi::parse_comments | pugi::parse_pi,
        pugi::encoding_utf8);
    require(read, read.description(),
            std::string_view(page).substr(std::min(static_cast<std::size_t>(read.offset), page.size())));
    OfOurs ours;
    document.traverse(ours);
    require(ours.styles == 1 && ours.scripts <= 2, "a page has one style, a script and its data", page);
}

}  // namespace

void look_at(std::string_view input) {
    Pieces pieces(input);
    if (pieces.number(2) == 0)
        return require_page(reports::format_named("html").render(hostile_result(pieces), somewhere()));
    reports::ClassPageOptions options;
    options.page_of_student = [](const std::string& key) { return key; };
    options.page_of = [](const reports::ClassLine& line) { return line.submission; };
    options.meetings.push_back({pieces.text(),
                                pieces.text(),
                                pieces.text(),
                                pieces.text(),
                                {pieces.text()},
                                {pieces.text()},
                                {{{"failed", pieces.text(), pieces.text()}}}});
    const reports::ClassSummary summary = hostile_class(pieces);
    require_page(reports::class_page(summary, options));
    require_page(reports::changes_page(hostile_changes(summary)));
    std::vector<reports::GradedExercise> exercises;
    for (const reports::ClassLine& line : summary.lines) exercises.push_back({line, hostile_result(pieces)});
    require_page(reports::format_named("html").render(
        reports::all_in_one(pieces.text(), pieces.text(), exercises), somewhere()));
}

}  // namespace sockgrade::fuzz
