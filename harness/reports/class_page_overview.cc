// How a class stands, in three numbers, and what several got wrong: what its instructor looks for first.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "reports/class_page_parts.hh"
#include "reports/class_why.hh"
#include "reports/wording.hh"

namespace sockgrade::reports::html {

namespace {

constexpr std::size_t kMostMistakes = 12;
constexpr std::size_t kMostNames = 6;  // without being unfolded

Markup tile(std::string_view kind, std::string_view label, const Markup& number, std::string_view more) {
    Markup value = element("span", {{"class", "tile-number"}}, number);
    if (!more.empty()) value += element("span", {{"class", "quiet small"}}, more);
    return element("div", {{"class", fmt::format("tile {}", kind)}},
                   element("dt", label) + element("dd", value));
}

Markup names_of_all(const std::vector<std::string>& students) {
    Markup names;
    for (std::size_t i = 0; i < students.size(); ++i)
        names += (i == 0 ? Markup{} : text(", ")) + name(one_line(students[i], 120));
    return names;
}

Markup who_of(const SharedMistake& mistake) {
    const Markup names = names_of_all(mistake.students);
    if (mistake.students.size() <= kMostNames) return element("span", {{"class", "example"}}, names);
    return element("details", {{"class", "example"}},
                   element("summary", count_of(mistake.students.size(), "student")) + element("p", names));
}

Markup mistake_item(const SharedMistake& one) {
    std::string where;
    for (const std::string& place : one.places) where += (where.empty() ? "" : "; ") + one_line(place, 200);
    return element(
        "li",
        element("span", {{"class", "often fail"}}, fmt::format("{} of {}", one.students.size(), one.graded)) +
            element("div", text(one_line(one.sentence, 400)) +
                               element("span", {{"class", "quiet example"}}, name(where)) + who_of(one)));
}

}  // namespace

Markup overview_of(const ClassSummary& summary, const std::vector<ExerciseFigures>& figures) {
    std::size_t passed = 0;
    std::size_t looked_at = 0;
    std::size_t not_done = 0;
    for (const ExerciseFigures& one : figures) passed += one.passed;
    for (const ClassLine& line : summary.lines) {
        if (line.outcome == "open" && is_open(line))
            ++not_done;
        else if (is_open(line))
            ++looked_at;
    }
    const Spread spread = spread_of(totals_of(summary));
    const Markup look = looked_at == 0
                            ? text("0")
                            : element("span", {{"id", "look-count"}, {"data-result", "to look at"}},
                                      std::to_string(looked_at));
    Markup tiles = tile("pass", "Passed", text(std::to_string(passed)),
                        fmt::format("of {}", count_of(summary.lines.size(), "program")));
    tiles += tile("plain", "Mean", text(spread.count == 0 ? "\u2013" : points_text(spread.mean)),
                  spread.count == 0 ? ""
                                    : fmt::format("of {}, median {}", points_text(spread.most),
                                                  points_text(spread.median)));
    tiles += tile(looked_at == 0 ? "plain" : "look", "To look at", look,
                  not_done == 0 ? "" : fmt::format("and {} not done yet", not_done));
    return element("dl", {{"class", "tiles"}}, tiles);
}

Markup together_section(const ClassSummary& summary) {
    const std::vector<SharedMistake> mistakes = shared_mistakes(summary);
    Markup items;
    for (std::size_t i = 0; i < std::min(mistakes.size(), kMostMistakes); ++i)
        items += mistake_item(mistakes[i]);
    Markup content = items.empty() ? element("p", "Nothing that more than one student got wrong.")
                                   : element("ol", {{"class", "most"}}, items);
    if (mistakes.size() > kMostMistakes)
        content += element("p", {{"class", "quiet small"}},
                           fmt::format("{} more are with the cases below.", mistakes.size() - kMostMistakes));
    return element("section", {{"aria-labelledby", "together"}},
                   element("h2", {{"id", "together"}}, "To talk about") + content);
}

}  // namespace sockgrade::reports::html
