// TAP 14 as a strict reader takes it: a plan, a test for each case in order with its verdict, YAML in which
// all that a program said is text.
#include <yaml-cpp/yaml.h>

#include "reports/catalog.hh"
#include "reports/text_case.hh"
#include "reports/wording.hh"
#include "tests/fuzz/hostile_result.hh"

namespace sockgrade::fuzz {

namespace {

using model::Verdict;

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

// The description and the directive, which begins at the first # behind a space that no backslash is before.
struct Test {
    std::string description;
    std::string directive;
};

Test test_of(std::string_view text) {
    Test test;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size()) {
            test.description += text[++i];
        } else if (text[i] == '#') {
            test.directive = text.substr(i);
            break;
        } else
            test.description += text[i];
    }
    return test;
}

void require_directive(const std::string& directive, const model::CaseResult& one) {
    const bool skips = one.verdict != Verdict::passed && one.verdict != Verdict::failed;
    const bool may_fail = one.verdict == Verdict::failed && one.level == model::Level::should;
    require(skips == directive.starts_with("# SKIP"), "what was not judged is skipped", directive);
    require(may_fail == directive.starts_with("# TODO"), "what is not required is to do", directive);
    require(skips || may_fail || directive.empty(), "no other directives", directive);
}

// Behind the line at `at`: the block of a failure.
std::size_t read_block(const std::vector<std::string>& lines, std::size_t at, const model::CaseResult& one) {
    require(at < lines.size() && lines[at] == "  ---", "a failure says why");
    std::string yaml;
    for (++at; at < lines.size() && lines[at] != "  ..."; ++at) {
        require(lines[at].starts_with("  "), "a block is indented", lines[at]);
        yaml += lines[at].substr(2) + '\n';
    }
    require(at < lines.size(), "a block ends", yaml);
    try {
        const YAML::Node read = YAML::Load(yaml);
        require(read["message"].as<std::string>() == reports::reason_of(one), "a failure's reason", yaml);
        require(read["story"].as<std::string>() == "The case failed:\n" + reports::story_of(one, somewhere()),
                "a failure's story", yaml);
    } catch (const YAML::Exception& error) {
        require(false, error.what(), yaml);
    }
    return at + 1;
}

}  // namespace

void look_at(std::string_view input) {
    Pieces pieces(input);
    const model::Result result = hostile_result(pieces);
    const std::string report = reports::format_named("tap").render(result, somewhere());
    require_harmless(report);
    require_no_commands(report);
    const std::vector<std::string> lines = lines_of(report);
    require(lines.size() > 2 && lines[0] == "TAP version 14" &&
                lines[1] == "1.." + std::to_string(result.cases.size()),
            "a version and a plan", report);
    std::size_t at = 2;
    const auto skip_comments = [&] {
        while (at < lines.size() && lines[at].starts_with("# ")) ++at;
    };
    for (std::size_t i = 0; i < result.cases.size(); ++i) {
        skip_comments();
        const model::CaseResult& one = result.cases[i];
        const bool failed = one.verdict == Verdict::failed;
        const std::string begin = (failed ? "not ok " : "ok ") + std::to_string(i + 1) + " - ";
        require(at < lines.size() && lines[at].starts_with(begin), begin, report);
        const Test test = test_of(std::string_view(lines[at++]).substr(begin.size()));
        require(test.description.starts_with(reports::heading_of(one)), "a test has its name",
                test.description);
        require_directive(test.directive, one);
        if (failed) at = read_block(lines, at, one);
    }
    skip_comments();
    if (result.verdict == Verdict::inconclusive)
        require(at < lines.size() && lines[at++].starts_with("Bail out! "), "no verdict", report);
    require(at == lines.size(), "nothing else", report);
}

}  // namespace sockgrade::fuzz
