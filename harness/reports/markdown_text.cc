#include "reports/markdown_text.hh"

#include <fmt/format.h>

#include <algorithm>

#include "reports/orders.hh"
#include "reports/outcome.hh"
#include "reports/telling.hh"
#include "reports/text_case.hh"
#include "reports/wording.hh"

namespace sockgrade::reports {

namespace {

using model::Verdict;

std::string row_of(std::string_view verdict, std::string_view what, const std::string& points,
                   std::string_view why) {
    return fmt::format("| {} | {} | {} | {} |\n", verdict, markdown_line(what), points, markdown_line(why));
}

std::string table_of(const model::Result& result, const Telling& telling) {
    std::string text = "| verdict | case | points | why |\n| --- | --- | ---: | --- |\n";
    for (const model::CaseResult& one : result.cases) {
        if (one.verdict == Verdict::skipped) continue;
        const bool decided = one.verdict == Verdict::failed && one.level == model::Level::must;
        text += row_of(decided ? "**failed**" : outcome_of(one).remark, heading_of(one),
                       fmt::format("{}/{}", judged(one) ? std::to_string(one.points) : "-", one.max_points),
                       one.verdict == Verdict::failed ? short_reason(one) : reason_of(one));
    }
    int points = 0;
    for (const model::CaseResult* one : telling.skipped) points += one->max_points;
    if (!telling.skipped.empty())
        text += row_of("skipped", skipped_in_words(telling.skipped), fmt::format("0/{}", points), "");
    return text;
}

// As it stands there to be copied.
std::string command_line(const std::string& command) {
    return command.empty() ? "" : "\n" + markdown_block(without_orders(plain_line(command)));
}

std::string whole(const Failure& failure, const ReportOptions& options) {
    const std::string heading = failure.cases.size() > 1 ? failure.ids() : heading_of(failure.first());
    return fmt::format(
        "\n### {}\n\n{}", markdown_line(heading),
        markdown_block(explanation(failure.first(), {.columns = 80, .verbose = options.verbose})));
}

std::string in_brief(const Failure& failure) {
    return fmt::format("\n**{}{}**: {}\n{}", markdown_line(failure.ids()),
                       failure.is_must() ? "" : ", not required",
                       markdown_line(short_reason(failure.first())), command_line(failure.first().reproduce));
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
    const CountedGrade grade = options.grade.value_or(CountedGrade{});
    std::string text =
        fmt::format("## {}: {}\n\n", markdown_line(title_of(result)),
                    grade.word.empty() ? to_string(result.verdict) : markdown_line(grade.word));
    if (!grade.points.empty()) text += fmt::format("**{}**, reached ", markdown_line(grade.points));
    text += fmt::format("{}. Program {}, seed {}, isolation {}.\n\n", score_of(result),
                        markdown_line(result.program), result.seed, markdown_line(result.isolation));
    for (const std::string& note : result.notes) text += fmt::format("- Note: {}\n", markdown_line(note));
    if (!result.notes.empty()) text += "\n";
    const Telling telling = telling_of(result);
    text += table_of(result, telling);
    std::string end;
    if (!telling.failures.empty()) {
        const model::CaseResult& first = telling.failures.front().first();
        end = fmt::format("\n**{}{}.** {}\n{}", telling.first_to_do(), markdown_line(first.id),
                          markdown_line(reason_and_advice_of(first)), command_line(first.reproduce));
    }
    for (const Failure& failure : telling.failures) {
        const bool is_first = telling.has_failed && &failure == &telling.failures.front();
        const std::string story = is_first || options.verbose ? whole(failure, options) : in_brief(failure);
        if (text.size() + story.size() + end.size() > most) {
            text += "\nThere was no room for the rest: `--format text` has it.\n";
            break;
        }
        text += story;
    }
    return text + end;
}

}  // namespace sockgrade::reports
