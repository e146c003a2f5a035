// For a step of a GitHub workflow: the report for people, then annotations, which GitHub shows beside the
// code and above the log. It keeps ten a step, so that there are never more; the step's summary has all.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.hh"
#include "reports/catalog.hh"
#include "reports/markdown_text.hh"
#include "reports/text_case.hh"
#include "reports/wording.hh"

namespace sockgrade::reports {

namespace {

using model::Level;
using model::Verdict;

constexpr std::size_t kMostAnnotations = 10;
constexpr std::size_t kMostSummary = 900'000;  // GitHub refuses more than 1 MiB of all that a step writes

constexpr std::array kGithubVariables{Variable{"GITHUB_STEP_SUMMARY"}, Variable{"GITHUB_WORKSPACE"},
                                      Variable{"PWD"}};

std::string replaced(std::string text, char c, std::string_view by) {
    for (std::size_t at = 0; (at = text.find(c, at)) != std::string::npos; at += by.size())
        text.replace(at, 1, by);
    return text;
}

// As the runner undoes it. The text has no other line ends than ours.
std::string message_data(const std::string& text) {
    return replaced(replaced(replaced(text, '%', "%25"), '\r', "%0D"), '\n', "%0A");
}
std::string property_data(const std::string& text) {
    return replaced(replaced(message_data(text), ':', "%3A"), ',', "%2C");
}

// From the root of the repository, as GitHub asks for it.
std::string file_of(const model::Result& result, const ReportOptions& options) {
    const auto value = [&](std::string_view name) {
        const auto place = options.environment.find(name);
        return place == options.environment.end() ? std::string() : place->second;
    };
    const std::string root = value("GITHUB_WORKSPACE") + "/";
    std::string path = result.program;
    if (!path.starts_with('/')) path = value("PWD") + "/" + path;
    return one_line(root.size() > 1 && path.starts_with(root) ? path.substr(root.size()) : result.program);
}

// The line of the program at which a compiler found the first mistake: NAME:LINE: ... error. Empty where
// there is none.
std::string line_of(const model::CaseResult& one, std::string_view program) {
    if (one.cause != model::Cause::build_failed) return "";
    const std::string name = fmt::format("{}:", program.substr(program.rfind('/') + 1));
    for (const model::Finding& finding : one.findings) {
        const std::string_view text = finding.detail;
        for (std::size_t at = 0; (at = text.find(name, at)) != std::string_view::npos; ++at) {
            const std::size_t digits = at + name.size();
            const std::size_t end = std::min(text.find_first_not_of("0123456789", digits), text.size());
            const std::string_view rest = text.substr(end, text.find('\n', end) - end);
            constexpr std::size_t kMostDigits = 7;
            if (end > digits && end - digits <= kMostDigits && rest.find("error") != std::string_view::npos)
                return std::string(text.substr(digits, end - digits));
        }
    }
    return "";
}

struct Annotation {
    std::string_view kind;
    std::vector<std::string> ids;
    std::string title;
    std::string text;
    std::string line;
};

// What nobody has to act upon has none.
std::string_view kind_of(const model::CaseResult& one) {
    if (one.verdict == Verdict::failed) return one.level == Level::must ? "error" : "warning";
    return !judged(one) && !one.for_a_person && one.level == Level::must ? "warning" : "";
}

std::vector<Annotation> annotations_of(const model::Result& result) {
    std::vector<Annotation> all;
    for (const model::CaseResult& one : result.cases) {
        const std::string_view kind = kind_of(one);
        if (kind.empty()) continue;
        std::string text = judged(one) ? "" : "not judged, which is not the program's fault: ";
        for (const std::string& line : brief_of(one)) text += line + "\n";
        text.erase(text.find_last_not_of('\n') + 1);
        // One for all that failed before they began, such as by a build error.
        const auto same = std::find_if(all.begin(), all.end(), [&](const Annotation& other) {
            return one.transcripts.empty() && other.kind == kind && other.text == text;
        });
        if (same == all.end())
            all.push_back({kind, {one_line(one.id)}, heading_of(one), text, line_of(one, result.program)});
        else
            same->ids.push_back(one_line(one.id));
    }
    std::stable_sort(all.begin(), all.end(), [](const Annotation& a, const Annotation& b) {
        return a.kind < b.kind;  // errors first
    });
    return all;
}

std::string render_github(const model::Result& result, const ReportOptions& options) {
    const ReportOptions how{.color = options.color, .columns = options.columns, .verbose = options.verbose};
    std::string text = formats::text.render(result, how) + "\n";
    std::vector<Annotation> all = annotations_of(result);
    if (all.size() > kMostAnnotations) all.resize(kMostAnnotations);
    const std::string file = property_data(file_of(result, options));
    for (const Annotation& one : all) {
        const std::string title = one.ids.size() > 1 ? one_line(list_of(one.ids)) : one.title;
        text += fmt::format("::{} file={}{},title={}::{}\n", one.kind, file,
                            one.line.empty() ? "" : ",line=" + one.line, property_data(title),
                            message_data(one.text));
    }
    return text;
}

std::string step_summary(const model::Result& result, const ReportOptions& options) {
    return markdown_of(result, options, kMostSummary);
}

}  // namespace

const Format formats::github{"github",
                             "for a GitHub workflow: the report as text, annotations, and the step's summary",
                             render_github, kGithubVariables, step_summary};

}  // namespace sockgrade::reports
