// TAP 14. What reads it comes to the result that our exit status says: a `should` case that failed is a TODO,
// which fails nothing, and when a `must` case could not be judged, the stream ends with `Bail out!`.
#include <fmt/format.h>

#include "base/text.hh"
#include "reports/catalog.hh"
#include "reports/outcome.hh"
#include "reports/text_case.hh"
#include "reports/wording.hh"

namespace sockgrade::reports {

namespace {

using model::Verdict;

// A description ends where a directive begins.
std::string described(std::string_view text) {
    std::string out;
    for (const char c : one_line(text)) {
        if (c == '\\' || c == '#') out += '\\';
        out += c;
    }
    return out;
}

// YAML without anything to be written out, since there is nothing unprintable in the text; all on one line.
std::string yaml_text(std::string_view text) {
    std::string out = "'";
    for (const char c : text) out += c == '\'' ? std::string("''") : std::string(1, c);
    return out + '\'';
}

std::string directive_of(const model::CaseResult& one) {
    const std::string directive(outcome_of(one).tap);
    return one.verdict == Verdict::passed || one.verdict == Verdict::failed
               ? directive
               : directive + described(reason_of(one));
}

// The block keeps the story's lines as they are. It begins with a line of ours, since spaces in front of the
// first would count as indentation, and empty lines have it too, since Perl's reader wants that.
std::string yaml_of(const model::CaseResult& one, const ReportOptions& options) {
    std::string text = "  ---\n";
    text += fmt::format("  message: {}\n", yaml_text(reason_of(one)));
    text += fmt::format("  level: {}\n", to_string(one.level));
    if (one.cause) text += fmt::format("  cause: {}\n", to_string(*one.cause));
    text += fmt::format("  points: {}\n  max_points: {}\n  duration_ms: {}\n", one.points, one.max_points,
                        one.duration_ms);
    text += "  story: |\n    The case failed:\n";
    constexpr std::string_view kIndent = "    ";
    const std::string story = story_of(one, options);
    for (std::size_t at = 0; at < story.size();) {
        const std::size_t end = story.find('\n', at) + 1;
        text.append(kIndent).append(story, at, end - at);
        at = end;
    }
    return text + "  ...\n";
}

std::string render_tap(const model::Result& result, const ReportOptions& options) {
    std::string text = fmt::format("TAP version 14\n1..{}\n", result.cases.size());
    text += fmt::format("# {} ({})\n# program: {}\n# seed: {}\n# isolation: {}\n", title_of(result),
                        one_line(result.exercise), one_line(result.program), result.seed,
                        one_line(result.isolation));
    for (const std::string& note : result.notes) text += fmt::format("# note: {}\n", one_line(note));
    std::size_t number = 0;
    std::size_t open = 0;
    for (const model::CaseResult& one : result.cases) {
        const bool failed = one.verdict == Verdict::failed;
        text += fmt::format("{} {} - {}{}\n", failed ? "not ok" : "ok", ++number, described(heading_of(one)),
                            directive_of(one));
        if (failed) text += yaml_of(one, options);
        if (!judged(one) && !one.for_a_person && one.level == model::Level::must) ++open;
    }
    text += fmt::format("# {}: {}\n", to_string(result.verdict), score_of(result));
    if (result.verdict == Verdict::inconclusive)
        text += fmt::format("Bail out! {} not judged, which is not the program's fault\n",
                            count_of(open, "required case was", "required cases were"));
    return text;
}

}  // namespace

const Format formats::tap{"tap", "TAP 14, the Test Anything Protocol", render_tap};

}  // namespace sockgrade::reports
