// For a step of a GitHub workflow: the report for people, then annotations, which GitHub shows beside the
// code and above the log. It keeps ten a step, so that there are never more; the step's summary has all.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "reports/catalog.hh"
#include "reports/markdown_text.hh"
#include "reports/source_line.hh"
#include "reports/telling.hh"
#include "reports/wording.hh"

namespace sockgrade::reports {

namespace {

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

// The line of what was handed in that a compiler or a traceback names. Of a folder, the file that it is in.
struct Place {
    std::string file;
    std::string line;
};
Place place_in(const model::CaseResult& one, const model::Result& result, const std::string& file) {
    const auto line = source_line(one);
    if (!line) return {file, ""};
    const std::string number = std::to_string(line->number);
    const std::string own = result.program.substr(result.program.rfind('/') + 1);
    if (line->path.substr(line->path.rfind('/') + 1) == own) return {file, number};
    const std::size_t inside = own.empty() ? std::string::npos : line->path.rfind("/" + own + "/");
    if (inside == std::string::npos) return {file, ""};
    return {file + one_line(line->path.substr(inside + own.size() + 1)), number};
}

struct Annotation {
    std::string_view kind;
    std::string title;
    std::string text;
    Place place;
};

Annotation annotation_of(std::string_view kind, const Failure& of, const model::Result& result,
                         const std::string& file) {
    const model::CaseResult& one = of.first();
    std::string text = judged(one) ? "" : "not judged, which is not the program's fault: ";
    for (const std::string& line : brief_of(one)) text += line + "\n";
    text.erase(text.find_last_not_of('\n') + 1);
    return {kind, of.cases.size() > 1 ? one_line(of.ids()) : heading_of(one), std::move(text),
            place_in(one, result, file)};
}

// What nobody has to act upon has none.
std::vector<Annotation> annotations_of(const model::Result& result, const std::string& file) {
    std::vector<Annotation> all;
    for (const Failure& failure : telling_of(result).failures)
        all.push_back(annotation_of(failure.is_must() ? "error" : "warning", failure, result, file));
    for (const model::CaseResult& one : result.cases)
        if (!judged(one) && !one.for_a_person && one.level == model::Level::must)
            all.push_back(annotation_of("warning", {{&one}}, result, file));
    return all;
}

std::string render_github(const model::Result& result, const ReportOptions& options) {
    const ReportOptions how{.color = options.color, .columns = options.columns, .verbose = options.verbose};
    std::string text = formats::text.render(result, how) + "\n";
    std::vector<Annotation> all = annotations_of(result, file_of(result, options));
    if (all.size() > kMostAnnotations) all.resize(kMostAnnotations);
    for (const Annotation& one : all)
        text += fmt::format("::{} file={}{},title={}::{}\n", one.kind, property_data(one.place.file),
                            one.place.line.empty() ? "" : ",line=" + one.place.line, property_data(one.title),
                            message_data(one.text));
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
