#include "reports/markdown_text.hh"

#include <fmt/format.h>

#include <algorithm>

#include "reports/text_case.hh"
#include "reports/wording.hh"

namespace sockgrade::reports {

namespace {

using model::Verdict;

std::string verdict_word(const model::CaseResult& one) {
    if (one.for_a_person) return "for a person";
    switch (one.verdict) {
        case Verdict::passed:
            return "passed";
        case Verdict::failed:
            return one.level == model::Level::must ? "**failed**" : "failed, not required";
        case Verdict::skipped:
            return "skipped";
        case Verdict::unsupported:
            return "not possible here, costs nothing";
        case Verdict::inconclusive:
            break;
    }
    return "inconclusive, costs nothing";
}

std::string table_of(const model::Result& result) {
    std::string text = "| verdict | case | points | why |\n| --- | --- | ---: | --- |\n";
    for (const model::CaseResult& one : result.cases)
        text += fmt::format("| {} | {} | {}/{} | {} |\n", verdict_word(one), markdown_line(heading_of(one)),
                            judged(one) ? std::to_string(one.points) : "-", one.max_points,
                            markdown_line(reason_of(one)));
    return text;
}

}  // namespace

std::string markdown_line(std::string_view text) {
    constexpr std::string_view kNothing = "\u200b";  // no width, and no part of a name or an address
    const std::string line = one_line(text);
    std::string out;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        const bool goes_on = i + 1 < line.size() && line[i + 1] != ' ';
        if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '&')
            out += "&amp;";
        else if (std::string_view("\\`*_{}[]|~!#$^").find(c) != std::string_view::npos)
            out.append("\\").append(1, c);
        else
            out += c;
        // Signs that make a mention, a reference, an emoji or an address of what follows, whatever stands for
        // the sign: those are looked for in the text when the Markdown has been read.
        if (goes_on && std::string_view("@#!$~%&:").find(c) != std::string_view::npos) out += kNothing;
        if (i >= 2 && line.compare(i - 2, 3, "www") == 0) out += kNothing;
    }
    return out;
}

std::string markdown_block(std::string_view lines) {
    std::size_t longest = 0;
    std::size_t ticks = 0;
    for (const char c : lines) {
        ticks = c == '`' ? ticks + 1 : 0;
        longest = std::max(longest, ticks);
    }
    const std::string fence(std::max<std::size_t>(longest + 1, 3), '`');
    return fmt::format("{0}text\n{1}{2}{0}\n", fence, lines, lines.ends_with('\n') ? "" : "\n");
}

std::string markdown_of(const model::Result& result, const ReportOptions& options, std::size_t most) {
    std::string text =
        fmt::format("## {}: {}\n\n", markdown_line(title_of(result)), to_string(result.verdict));
    text += fmt::format("{}. Program {}, seed {}, isolation {}.\n\n", score_of(result),
                        markdown_line(result.program), result.seed, markdown_line(result.isolation));
    for (const std::string& note : result.notes) text += fmt::format("- Note: {}\n", markdown_line(note));
    if (!result.notes.empty()) text += "\n";
    text += table_of(result);
    std::vector<std::string> told;  // of cases that share a reason, such as a build error
    for (const model::CaseResult& one : result.cases) {
        if (one.verdict != Verdict::failed) continue;
        const std::string why = explanation(one, {.columns = 80, .verbose = options.verbose});
        if (one.transcripts.empty() && std::find(told.begin(), told.end(), why) != told.end()) continue;
        told.push_back(why);
        const std::string story = fmt::format("\n### {}\n\n{}", markdown_line(heading_of(one)),
                                              markdown_block(story_of(one, options)));
        if (text.size() + story.size() > most) {
            text += "\nThere was no room for the rest: `--format text` has it.\n";
            break;
        }
        text += story;
    }
    return text;
}

}  // namespace sockgrade::reports
