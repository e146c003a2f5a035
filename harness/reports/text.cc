// The result for people: a table of the cases, what is to be fixed first in full, the other failures in a
// line each, the total, and last what to do. With --verbose every failure is told in full.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/columns.hh"
#include "base/text.hh"
#include "reports/catalog.hh"
#include "reports/outcome.hh"
#include "reports/telling.hh"
#include "reports/text_case.hh"
#include "reports/wording.hh"

namespace sockgrade::reports {

namespace {

using model::Verdict;

constexpr std::size_t kMostIdColumns = 28;

std::string points_of(const model::CaseResult& result) {
    return fmt::format("{}{}/{}", result.level == model::Level::should ? "should " : "",
                       judged(result) ? std::to_string(result.points) : "-", result.max_points);
}

void show_header(Page& page, const model::Result& result) {
    page.hanging("",
                 plain_line(result.title.empty() ? result.exercise
                                                 : fmt::format("{} ({})", result.title, result.exercise)));
    // In one piece, however long, so that it can be copied.
    if (result.programs.empty()) page.line("  program    " + plain_line(result.program));
    for (const model::ProgramOfRole& one : result.programs)
        page.line(fmt::format("  {:<9}  {}", one.role, plain_line(one.program)));
    page.hanging("  seed       ", std::to_string(result.seed));
    page.hanging("  isolation  ", plain_line(result.isolation));
    for (const std::string& note : result.notes) page.hanging("  note       ", note);
    page.line();
}

std::string without_digits(std::string text) {
    std::erase_if(text, [](char c) { return c >= '0' && c <= '9'; });
    return text;
}

// Why nothing was found out, or what is worth knowing although it passed: lines of their own below the case.
// A note that was told of a case before, but for its numbers, is not told again: `told`.
void show_remarks(Page& page, const model::CaseResult& result, std::size_t indent,
                  std::set<std::string>& told) {
    const auto remark = [&](std::string_view label, const std::string& text) {
        page.hanging(std::string(indent, ' '), fmt::format("{}{}", label, text));
    };
    if (result.verdict == Verdict::failed) return;  // told below
    if (result.verdict == Verdict::passed) {
        for (const model::Finding& finding : result.findings)
            for (const std::string& note : finding.notes)
                if (told.insert(without_digits(note)).second || page.verbose()) remark("note: ", note);
        return;
    }
    const std::string why =
        result.summary.empty() && !judged(result) ? std::string(kNobodysFault) : result.summary;
    remark(result.for_a_person ? "" : fmt::format("{}: ", outcome_of(result).remark), why);
}

std::string padding(std::size_t width, std::size_t used) {
    return std::string(width > used ? width - used : 0, ' ');
}

constexpr std::size_t kIndent = 2 + 4 + 2;

// A line of the table: the mark, the id, the title and the points.
void show_row(Page& page, const Outcome& outcome, std::size_t id_columns, const std::string& id,
              const std::string& title, const std::string& points) {
    const std::size_t left = kIndent + (id.empty() ? 0 : std::max(id_columns, columns_of(id)) + 2);
    const std::size_t taken = left + 1 + points.size();
    const std::size_t width = page.columns() > taken + 20 ? page.columns() - taken : 20;
    const std::vector<std::string> lines = fold(title, width);
    page.line(fmt::format("  {}{}  {}{}{} {}", page.painted(outcome.paint, outcome.mark),
                          padding(4, outcome.mark.size()), id, padding(left - kIndent, columns_of(id)),
                          lines.front() + padding(width, columns_of(lines.front())), points));
    for (std::size_t i = 1; i < lines.size(); ++i) page.line(std::string(left, ' ') + lines[i]);
}

void show_table(Page& page, const model::Result& result, const Telling& telling) {
    std::size_t id_columns = 0;
    for (const model::CaseResult& one : result.cases)
        if (page.verbose() || one.verdict != Verdict::skipped)
            id_columns = std::max(id_columns, std::min(columns_of(plain_line(one.id)), kMostIdColumns));
    std::set<std::string> told;
    for (const model::CaseResult& one : result.cases) {
        if (one.verdict == Verdict::skipped && !page.verbose()) continue;
        show_row(page, outcome_of(one), id_columns, plain_line(one.id), plain_line(one.title),
                 points_of(one));
        show_remarks(page, one, kIndent, told);
    }
    if (telling.skipped.empty() || page.verbose()) return;
    int points = 0;
    for (const model::CaseResult* one : telling.skipped) points += one->max_points;
    show_row(page, outcome_of(Verdict::skipped), 0, "", skipped_in_words(telling.skipped),
             fmt::format("0/{}", points));
}

void show_heading(Page& page, const Failure& failure) {
    const model::CaseResult& one = failure.first();
    const Outcome& outcome = outcome_of(one);
    page.line();
    page.hanging(fmt::format("{:<4}  ", outcome.mark),
                 plain_line(failure.cases.size() > 1 ? failure.ids()
                                                     : fmt::format("{}: {}{}", one.id, one.title,
                                                                   failure.is_must() ? "" : " (should)")),
                 outcome.paint);
}

void show_whole(Page& page, const Failure& failure, const ReportOptions& options) {
    const std::string text = explanation(failure.first(), options);
    if (text.empty()) return;
    show_heading(page, failure);
    page.line();
    page.append(text);
}

void show_command(Page& page, const std::string& repeat) {
    if (!repeat.empty()) page.line();
    page.append(repeat);
}

// Why, and the command that shows the rest.
void show_in_brief(Page& page, const Failure& failure) {
    const model::CaseResult& one = failure.first();
    const Outcome& outcome = outcome_of(one);
    page.hanging(fmt::format("{:<4}  ", outcome.mark),
                 fmt::format("{}{}: {}", plain_line(failure.ids()), failure.is_must() ? "" : " (should)",
                             short_reason(one)),
                 outcome.paint);
    if (!one.reproduce.empty()) page.line(page.painted(Paint::dim, "      ") + plain_line(one.reproduce));
}

void show_failures(Page& page, const Telling& telling, const ReportOptions& options) {
    std::size_t i = 0;
    if (telling.has_failed) {
        show_whole(page, telling.failures.front(), options);
        ++i;
    }
    if (i < telling.failures.size()) page.line();
    for (; i < telling.failures.size(); ++i) show_in_brief(page, telling.failures[i]);
}

// Every case with all that is known of it.
void show_everything(Page& page, const model::Result& result, const Telling& telling,
                     const ReportOptions& options) {
    for (const model::CaseResult& one : result.cases) {
        if (telling.told_elsewhere(one) != nullptr) continue;
        const auto failure = std::find_if(telling.failures.begin(), telling.failures.end(),
                                          [&](const Failure& of) { return &of.first() == &one; });
        show_whole(page, failure == telling.failures.end() ? Failure{{&one}} : *failure, options);
        if (!explanation(one, options).empty()) show_command(page, commands(one, options));
    }
}

std::string ids_of(const model::Result& result, Verdict verdict, model::Level level) {
    std::vector<std::string> ids;
    for (const model::CaseResult& one : result.cases)
        if (one.verdict == verdict && one.level == level) ids.push_back(one.id);
    return plain_line(list_of(ids));
}

// What counts, then what the program has reached.
std::string total_of(const model::Result& result, const ReportOptions& options) {
    const std::string reached = score_of(result);
    if (!options.grade || options.grade->points.empty()) return reached;
    return result.max_score > 0 ? fmt::format("{}; reached {}", options.grade->points, reached)
                                : options.grade->points;
}

void show_total(Page& page, const model::Result& result, const ReportOptions& options) {
    using model::Level;
    // A `should` case that was asked for by itself decides.
    const bool has_must = std::any_of(result.cases.begin(), result.cases.end(),
                                      [](const model::CaseResult& one) { return one.level == Level::must; });
    const Level deciding = has_must || result.verdict == Verdict::passed ? Level::must : Level::should;
    const std::string failed = ids_of(result, Verdict::failed, deciding);
    const std::string unclear = ids_of(result, Verdict::inconclusive, deciding);
    const std::string extras =
        deciding == Level::should ? "" : ids_of(result, Verdict::failed, Level::should);
    const std::string score = total_of(result, options);
    const bool is_renamed = options.grade && !options.grade->word.empty();
    page.line();
    if (is_renamed)
        page.hanging("??      ",
                     options.grade->points.empty() ? options.grade->word
                                                   : fmt::format("{}: {}", options.grade->word, score),
                     Paint::yellow);
    else if (result.verdict == Verdict::passed)
        page.hanging("PASSED  ", has_must ? score + "; all must cases passed" : score, Paint::green);
    else if (result.verdict == Verdict::failed)
        page.hanging("FAILED  ", failed.empty() ? score : score + "; failed: " + failed, Paint::red);
    else
        page.hanging("??      ", score + "; nothing failed", Paint::yellow);
    const std::string below(8, ' ');
    if (!unclear.empty())
        page.hanging(below, "inconclusive: " + unclear + "; run again, or ask `sockgrade doctor`");
    if (!extras.empty()) page.hanging(below, "not passed, but not required: " + extras);
}

// Last, since that is what is left on the screen.
void show_what_to_do(Page& page, const Telling& telling, const ReportOptions& options) {
    if (telling.failures.empty()) return;
    const model::CaseResult& first = telling.failures.front().first();
    page.line();
    page.hanging(telling.first_to_do(),
                 fmt::format("{}. {}", plain_line(first.id), reason_and_advice_of(first)), Paint::bold);
    page.append(commands(first, options));
}

std::string render_text(const model::Result& result, const ReportOptions& options) {
    const Telling telling = telling_of(result);
    Page page(options);
    show_header(page, result);
    show_table(page, result, telling);
    if (page.verbose())
        show_everything(page, result, telling, options);
    else
        show_failures(page, telling, options);
    show_total(page, result, options);
    if (!page.verbose()) show_what_to_do(page, telling, options);
    return std::move(page).take();
}

}  // namespace

const Format formats::text{"text", "for people: what failed, what was awaited, what came, and why",
                           render_text};

}  // namespace sockgrade::reports
