// The result as a page that needs nothing else: it opens from a disk, asks no network, and reads on a phone
// and on paper. Students' text is text on it, whatever it looks like (markup.hh), and the page's policy
// forbids all the rest (html_page.cc).
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/text.hh"
#include "reports/catalog.hh"
#include "reports/html_case.hh"
#include "reports/html_page.hh"
#include "reports/telling.hh"
#include "reports/wording.hh"

namespace sockgrade::reports {

namespace html {

namespace {

using model::CaseResult;
using model::Result;

Markup fact(std::string_view label, const Markup& value) {
    return element("div", element("dt", label) + element("dd", value));
}

Markup facts_of(const Result& result) {
    Markup facts;
    if (result.programs.empty() && !result.program.empty()) facts += fact("Program", name(result.program));
    for (const model::ProgramOfRole& one : result.programs) facts += fact(one.role, name(one.program));
    facts += fact("Seed", text(std::to_string(result.seed)));
    facts += fact("Isolation", text(result.isolation));
    return element("dl", {{"class", "facts"}}, facts);
}

Markup notes_of_result(const Result& result) {
    Markup items;
    for (const std::string& note : result.notes) items += element("li", lines(note));
    return items.empty() ? items : element("ul", {{"class", "notes"}}, items);
}

// How much of all points, as a bar; in words it stands beside.
Markup score_bar(double part) {
    return ours(
        fmt::format(R"(<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">)"
                    R"(<rect width="{:.1f}" height="6" /></svg>)",
                    100 * std::clamp(part, 0.0, 1.0)));
}

std::string word_of(const Result& result, const ReportOptions& options) {
    const bool is_renamed = options.grade && !options.grade->word.empty();
    return is_renamed ? options.grade->word : std::string(look_of(result.verdict).word);
}

// What counts stands first, and below it what the program has reached.
Markup points_in_hero(const Result& result, const ReportOptions& options) {
    const bool has_points = result.max_score > 0;
    if (!options.grade) {
        const double part = has_points ? static_cast<double>(result.score) / result.max_score : 0;
        return element("p", {{"class", "score"}}, score_of(result)) +
               (has_points ? score_bar(part) : Markup{});
    }
    const CountedGrade& grade = *options.grade;
    Markup all;
    if (!grade.points.empty()) {
        all += element("p", {{"class", "score counted"}}, grade.points);
        if (has_points) all += element("p", {{"class", "quiet small"}}, "reached " + score_of(result));
    }
    if (grade.part) all += score_bar(*grade.part);
    return all;
}

Markup hero_of(const Result& result, const ReportOptions& options) {
    const Look look = look_of(result.verdict);
    const Markup outcome = element("p", {{"class", fmt::format("verdict {}", look.kind)}},
                                   icon(look.kind) + text(word_of(result, options))) +
                           points_in_hero(result, options);
    return element("div", {{"class", "hero"}},
                   element("div", element("h1", name(title_of(result))) + facts_of(result)) +
                       element("div", {{"class", "outcome"}}, outcome)) +
           notes_of_result(result);
}

using Counts = std::vector<std::pair<std::string_view, std::size_t>>;

Counts counts_of(const Result& result) {
    Counts counts;
    for (const CaseResult& one : result.cases) {
        const std::string_view word = look_of(one).word;
        const auto known = std::find_if(counts.begin(), counts.end(),
                                        [&](const auto& count) { return count.first == word; });
        if (known == counts.end())
            counts.emplace_back(word, 1);
        else
            ++known->second;
    }
    return counts;
}

// "5 passed, 2 failed and 1 skipped"
std::string counts_in_words(const Counts& counts) {
    std::vector<std::string> words;
    words.reserve(counts.size());
    for (const auto& [word, count] : counts) words.push_back(fmt::format("{} {}", count, word));
    return list_of(words);
}

// Shown by the script, in place of the words.
Markup filters_of(const Counts& counts, std::size_t all) {
    const auto filter = [](const std::string& value, std::string_view label, std::size_t count) {
        return element("button",
                       {{"class", "filter"},
                        {"type", "button"},
                        {"value", value},
                        {"aria-pressed", value.empty() ? "true" : "false"}},
                       text(label) + text(" ") + element("b", std::to_string(count)));
    };
    Markup buttons = filter("", "all", all);
    for (const auto& [word, count] : counts) buttons += filter(std::string(word), word, count);
    return element(
        "div", {{"class", "filters"}, {"role", "group"}, {"aria-label", "Show cases"}, {"hidden", "hidden"}},
        buttons);
}

// What decides is open, and what somebody has to look at.
bool is_open(const CaseResult& one, const Result& result) {
    if (one.verdict != model::Verdict::failed) return one.for_a_person;
    return one.level == model::Level::must || result.cases.size() == 1;
}

Markup cases_of(const Result& result, const ReportOptions& options) {
    const Telling telling = telling_of(result);
    Markup all;
    Markup skipped;
    for (std::size_t i = 0; i < result.cases.size(); ++i) {
        const CaseResult& one = result.cases[i];
        Markup same_as;
        if (const Failure* told = telling.told_elsewhere(one)) {
            const auto before = static_cast<std::size_t>(&told->first() - result.cases.data());
            same_as =
                element("p", text("For the same reason as ") +
                                 element("a", {{"href", "#" + case_anchor(before)}}, text(told->first().id)) +
                                 text("."));
        }
        if (telling.skipped.size() > 1 && one.verdict == model::Verdict::skipped)
            skipped += skipped_case(one, i);
        else
            all += case_of(one, i, options, same_as, is_open(one, result));
    }
    if (!skipped.empty()) all += skipped_cases(telling.skipped, skipped);
    return element("div", {{"class", "cases"}}, all);
}

std::string render_html(const Result& result, const ReportOptions& options) {
    const Counts counts = counts_of(result);
    const Markup content =
        hero_of(result, options) +
        element("section", {{"aria-labelledby", "cases"}},
                element("div", {{"class", "list-head"}},
                        element("div",
                                element("h2", {{"id", "cases"}}, "Cases") +
                                    element("p", {{"class", "quiet small counts"}}, counts_in_words(counts)) +
                                    filters_of(counts, result.cases.size())) +
                            element("button", {{"class", "fold"}, {"type", "button"}, {"hidden", "hidden"}},
                                    "Open all")) +
                    cases_of(result, options)) +
        element("p", {{"class", "said announcement"}, {"aria-live", "polite"}}, "");
    const Frame frame{
        .title = fmt::format("{}: {}", title_of(result), word_of(result, options)),
        .about = result.exercise,
        .foot =
            "Skipped cases give no points; inconclusive ones cost none. The command below a case repeats it "
            "with the same messages."};
    return page_of(frame, content, assets::kReportStyle, assets::kReportScript);
}

}  // namespace

}  // namespace html

const Format formats::html{"html", "a page for people: each case, why it failed, and what happened in it",
                           html::render_html};

}  // namespace sockgrade::reports
