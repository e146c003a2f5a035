// The result for people: one line a case, then why each failed one failed, then the total.
#include <fmt/format.h>

#include <algorithm>

#include "base/columns.hh"
#include "base/text.hh"
#include "reports/catalog.hh"
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

// Why nothing was found out, or what is worth knowing although it passed: lines of their own below the case.
void show_remarks(Page& page, const model::CaseResult& result, std::size_t indent) {
    const auto remark = [&](const char* label, const std::string& text) {
        page.hanging(std::string(indent, ' '), fmt::format("{}: {}", label, text));
    };
    switch (result.verdict) {
        case Verdict::passed:
            for (const model::Finding& finding : result.findings)
                for (const std::string& note : finding.notes) remark("note", note);
            break;
        case Verdict::skipped:
            remark("skipped", result.summary);
            break;
        case Verdict::unsupported:
            if (result.for_a_person)
                page.hanging(std::string(indent, ' '), result.summary);
            else
                remark("not possible here, costs nothing", result.summary);
            break;
        case Verdict::inconclusive:
            remark("inconclusive, costs nothing",
                   result.summary.empty() ? std::string(kNobodysFault) : result.summary);
            break;
        case Verdict::failed:
            break;  // told below
    }
}

std::string padding(std::size_t width, std::size_t used) {
    return std::string(width > used ? width - used : 0, ' ');
}

void show_list(Page& page, const model::Result& result) {
    std::size_t id_columns = 0;
    for (const model::CaseResult& one : result.cases)
        id_columns = std::max(id_columns, std::min(columns_of(plain_line(one.id)), kMostIdColumns));
    const std::size_t indent = 2 + 4 + 2;
    for (const model::CaseResult& one : result.cases) {
        const Mark mark = mark_of(one);
        const std::string id = plain_line(one.id);
        const std::string points = points_of(one);
        const std::size_t left = indent + std::max(id_columns, columns_of(id)) + 2;
        const std::size_t taken = left + 1 + points.size();
        const std::size_t width = page.columns() > taken + 20 ? page.columns() - taken : 20;
        const std::vector<std::string> title = fold(plain_line(one.title), width);
        page.line(fmt::format("  {}{}  {}{}  {}{} {}", page.painted(mark.paint, mark.word),
                              padding(4, mark.word.size()), id, padding(id_columns, columns_of(id)),
                              title.front(), padding(width, columns_of(title.front())), points));
        for (std::size_t i = 1; i < title.size(); ++i) page.line(std::string(left, ' ') + title[i]);
        show_remarks(page, one, indent);
    }
}

// Cases that failed for one and the same reason, such as a build error, are explained once.
void show_explanations(Page& page, const model::Result& result, const ReportOptions& options) {
    std::vector<std::string> told;
    for (const model::CaseResult& one : result.cases) {
        if (one.verdict != Verdict::failed && !options.verbose) continue;
        const std::string text = explanation(one, options);
        if (text.empty() ||
            (one.transcripts.empty() && std::find(told.begin(), told.end(), text) != told.end()))
            continue;
        std::vector<std::string> ids;
        for (const model::CaseResult& other : result.cases)
            if (other.verdict == one.verdict && other.transcripts.empty() && one.transcripts.empty() &&
                explanation(other, options) == text)
                ids.push_back(other.id);
        const std::string level = one.level == model::Level::should ? " (should)" : "";
        const Mark mark = mark_of(one);
        page.line();
        const std::string heading =
            ids.size() > 1 ? list_of(ids) : fmt::format("{}: {}{}", one.id, one.title, level);
        page.hanging(fmt::format("{:<4}  ", mark.word), plain_line(heading), mark.paint);
        page.line();
        page.append(text);
        const std::string repeat = commands(one, options);
        if (!repeat.empty()) page.line();
        page.append(repeat);
        told.push_back(text);
    }
}

std::string ids_of(const model::Result& result, Verdict verdict, model::Level level) {
    std::vector<std::string> ids;
    for (const model::CaseResult& one : result.cases)
        if (one.verdict == verdict && one.level == level) ids.push_back(one.id);
    return plain_line(list_of(ids));
}

void show_total(Page& page, const model::Result& result) {
    using model::Level;
    // A `should` case that was asked for by itself decides.
    const bool has_must = std::any_of(result.cases.begin(), result.cases.end(),
                                      [](const model::CaseResult& one) { return one.level == Level::must; });
    const Level deciding = has_must || result.verdict == Verdict::passed ? Level::must : Level::should;
    const std::string failed = ids_of(result, Verdict::failed, deciding);
    const std::string unclear = ids_of(result, Verdict::inconclusive, deciding);
    const std::string extras =
        deciding == Level::should ? "" : ids_of(result, Verdict::failed, Level::should);
    const std::string score = score_of(result);
    page.line();
    if (result.verdict == Verdict::passed)
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

std::string render_text(const model::Result& result, const ReportOptions& options) {
    Page page(options);
    show_header(page, result);
    show_list(page, result);
    show_explanations(page, result, options);
    show_total(page, result);
    return std::move(page).take();
}

}  // namespace

const Format formats::text{"text", "for people: what failed, what was awaited, what came, and why",
                           render_text};

}  // namespace sockgrade::reports
