// JUnit XML: well-formed, a test for each case with the verdict that it has, and texts as they were meant.
#include <pugixml.hpp>

#include "reports/catalog.hh"
#include "reports/text_case.hh"
#include "reports/wording.hh"
#include "tests/fuzz/hostile_result.hh"

namespace sockgrade::fuzz {

namespace {

const char* element_of(model::Verdict verdict) {
    switch (verdict) {
        case model::Verdict::passed:
            break;
        case model::Verdict::failed:
            return "failure";
        case model::Verdict::inconclusive:
            return "error";
        case model::Verdict::skipped:
        case model::Verdict::unsupported:
            return "skipped";
    }
    return "";
}

void require_test(const pugi::xml_node& test, const model::CaseResult& one) {
    require(test.name() == std::string_view("testcase"), "a test is one", test.name());
    require(std::string_view(test.attribute("name").value()).starts_with(reports::heading_of(one)),
            "a test has its name", test.attribute("name").value());
    pugi::xml_node next = test.first_child();
    if (one.verdict != model::Verdict::passed) {
        require(next.name() == std::string_view(element_of(one.verdict)), "a test has its verdict",
                next.name());
        require(next.attribute("message").value() == reports::reason_of(one), "a test says why",
                next.attribute("message").value());
        require(std::distance(next.begin(), next.end()) <= 1 && next.first_child().first_child().empty(),
                "a text has no elements", next.text().get());
        next = next.next_sibling();
    }
    const std::string story = reports::story_of(one, somewhere());
    if (!story.empty()) {
        require(next.name() == std::string_view("system-out") && next.text().get() == story,
                "a test tells its story", story);
        next = next.next_sibling();
    }
    require(next.empty(), "nothing else is in a test", next.name());
}

}  // namespace

void look_at(std::string_view input) {
    Pieces pieces(input);
    const model::Result result = hostile_result(pieces);
    const std::string report = reports::format_named("junit").render(result, somewhere());
    require_harmless(report);
    require_no_commands(report);
    pugi::xml_document document;
    const pugi::xml_parse_result read = document.load_buffer(
        report.data(), report.size(),
        pugi::parse_default | pugi::parse_ws_pcdata_single | pugi::parse_comments | pugi::parse_pi,
        pugi::encoding_utf8);
    require(read, read.description(), report);
    const pugi::xml_node suite = document.child("testsuites").child("testsuite");
    std::size_t at = 0;
    for (const pugi::xml_node& child : suite.children()) {
        if (child.name() == std::string_view("properties") || child.type() != pugi::node_element) continue;
        require(at < result.cases.size(), "a test a case", report);
        require_test(child, result.cases[at++]);
    }
    require(at == result.cases.size(), "a test a case", report);
}

}  // namespace sockgrade::fuzz
