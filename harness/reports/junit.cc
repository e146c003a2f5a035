// JUnit XML, the part of it that both GitLab and Jenkins read. A failure is the student's, an error is ours.
#include <fmt/format.h>

#include <algorithm>
#include <pugixml.hpp>
#include <sstream>

#include "base/text.hh"
#include "reports/catalog.hh"
#include "reports/outcome.hh"
#include "reports/text_case.hh"
#include "reports/wording.hh"

namespace sockgrade::reports {

namespace {

using model::Verdict;

void set(pugi::xml_node node, const char* name, const std::string& value) {
    node.append_attribute(name) = value.c_str();
}

void add_property(pugi::xml_node properties, const char* name, const std::string& value) {
    pugi::xml_node property = properties.append_child("property");
    set(property, "name", name);
    set(property, "value", value);
}

std::string lines_of(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + '\n';
    return text;
}

void add_case(pugi::xml_node suite, const model::Result& result, const model::CaseResult& one,
              const ReportOptions& options) {
    pugi::xml_node test = suite.append_child("testcase");
    // GitLab shows the class as the suite, and takes two tests with the same names for one.
    set(test, "classname", one_line(result.exercise));
    set(test, "name", heading_of(one) + (one.level == model::Level::should ? " (should)" : ""));
    set(test, "time", seconds_of(one.duration_ms));
    if (one.verdict != Verdict::passed) {
        pugi::xml_node why = test.append_child(std::string(outcome_of(one).junit).c_str());
        set(why, "message", reason_of(one));
        if (one.verdict == Verdict::failed)
            set(why, "type", one.cause ? to_string(*one.cause) : to_string(one.verdict));
        else if (one.verdict == Verdict::inconclusive)
            set(why, "type", to_string(one.verdict));
        // GitLab shows the content and not the message.
        why.text() = lines_of(brief_of(one)).c_str();
    }
    const std::string story = story_of(one, options);
    if (!story.empty()) test.append_child("system-out").text() = story.c_str();
}

std::string render_junit(const model::Result& result, const ReportOptions& options) {
    const auto count = [&](std::initializer_list<Verdict> verdicts) {
        return std::to_string(std::count_if(result.cases.begin(), result.cases.end(), [&](const auto& one) {
            return std::find(verdicts.begin(), verdicts.end(), one.verdict) != verdicts.end();
        }));
    };
    pugi::xml_document document;
    pugi::xml_node declaration = document.append_child(pugi::node_declaration);
    set(declaration, "version", "1.0");
    set(declaration, "encoding", "UTF-8");
    pugi::xml_node suites = document.append_child("testsuites");
    pugi::xml_node suite = suites.append_child("testsuite");
    for (pugi::xml_node node : {suites, suite}) {
        set(node, "name", node == suite ? title_of(result) : "sockgrade");
        set(node, "tests", std::to_string(result.cases.size()));
        set(node, "failures", count({Verdict::failed}));
        set(node, "errors", count({Verdict::inconclusive}));
        set(node, "time", seconds_of(result.duration_ms));
    }
    set(suite, "skipped", count({Verdict::skipped, Verdict::unsupported}));
    set(suite, "file", one_line(result.program));
    pugi::xml_node properties = suite.append_child("properties");
    add_property(properties, "exercise", one_line(result.exercise));
    add_property(properties, "seed", std::to_string(result.seed));
    add_property(properties, "isolation", one_line(result.isolation));
    add_property(properties, "verdict", to_string(result.verdict));
    add_property(properties, "score", score_of(result));
    for (const std::string& note : result.notes) add_property(properties, "note", one_line(note));
    for (const model::CaseResult& one : result.cases) add_case(suite, result, one, options);
    std::ostringstream out;
    document.save(out, "  ");
    return out.str();
}

}  // namespace

const Format formats::junit{
    "junit", "JUnit XML for GitLab, Jenkins and others: a failure is the program's, an error the grader's",
    render_junit};

}  // namespace sockgrade::reports
