// Exercises, cases and scores of a class's page: what the whole class has understood.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.hh"
#include "reports/class_page_parts.hh"
#include "reports/wording.hh"

namespace sockgrade::reports::html {

namespace {

constexpr std::size_t kMostWhys = 3;
constexpr std::size_t kMostOpen = 2;  // exercises whose cases are not folded

Markup number(std::size_t value) {
    return element("td", {{"class", value == 0 ? "number quiet" : "number"}}, std::to_string(value));
}

struct Share {
    std::string_view kind;
    std::size_t count;
};

// The shares beside each other. The numbers stand in the cells beside it.
Markup share_bar(std::initializer_list<Share> shares) {
    std::size_t all = 0;
    for (const Share& one : shares) all += one.count;
    std::string parts;
    double x = 0;
    for (const Share& one : shares) {
        if (one.count == 0) continue;
        const double width = 100.0 * static_cast<double>(one.count) / static_cast<double>(all);
        parts +=
            fmt::format(R"(<rect class="{}" x="{:.2f}" width="{:.2f}" height="8" />)", one.kind, x, width);
        x += width;
    }
    return element("svg",
                   {{"class", "shares"},
                    {"viewBox", "0 0 100 8"},
                    {"preserveAspectRatio", "none"},
                    {"aria-hidden", "true"}},
                   ours(parts));
}

Markup exercise_row(const ExerciseFigures& one) {
    return element("tr",
                   element("th", {{"scope", "row"}}, name(one.exercise)) + number(one.passed) +
                       number(one.failed) + number(one.missing) + number(one.open) +
                       element("td", {{"class", "wide"}},
                               share_bar({{"pass", one.passed},
                                          {"fail", one.failed},
                                          {"idle", one.missing + one.by_hand},
                                          {"look", one.open}}) +
                                   element("span", {{"class", "quiet example"}}, spread_text(one.spread))));
}

Markup why_of(const WhyFigures& why) {
    Markup item = text(fmt::format("{} \u00d7 {}", why.count, one_line(why.sentence, 200)));
    if (!why.example.empty() && why.example != why.sentence)
        item += element("span", {{"class", "quiet example"}}, one_line(why.example, 200));
    return element("li", item);
}

Markup whys_of(const CaseFigures& one) {
    Markup items;
    for (std::size_t i = 0; i < std::min(one.whys.size(), kMostWhys); ++i) items += why_of(one.whys[i]);
    if (one.whys.size() > kMostWhys)
        items += element("li", {{"class", "quiet"}},
                         count_of(one.whys.size() - kMostWhys, "other reason", "other reasons"));
    return items.empty() ? items : element("ul", {{"class", "whys"}}, items);
}

Markup case_name(const ClassCase& shown) {
    Markup what = name(one_line(shown.title.empty() ? shown.id : shown.title, 200));
    if (shown.is_hidden) what += text(" ") + element("span", {{"class", "tag"}}, "hidden");
    if (!shown.level.empty() && shown.level != "must")
        what += text(" ") + element("span", {{"class", "tag"}}, shown.level);
    return what + element("span", {{"class", "id"}}, one_line(shown.id, 100));
}

// The script makes a button of the number: who are they?
Markup failed_cell(std::size_t exercise, std::size_t place, std::size_t failed) {
    Attributes attributes{{"class", failed == 0 ? "number quiet" : "number"}};
    if (failed > 0) attributes.push_back({"data-case", fmt::format("{}.{}", exercise, place)});
    return element("td", attributes, std::to_string(failed));
}

Markup case_row(std::size_t exercise, std::size_t place, const CaseFigures& one) {
    return element("tr",
                   element("th", {{"scope", "row"}}, case_name(one.shown)) + number(one.passed) +
                       failed_cell(exercise, place, one.failed) + number(one.other) +
                       element("td", {{"class", "wide"}},
                               share_bar({{"pass", one.passed}, {"fail", one.failed}, {"idle", one.other}}) +
                                   whys_of(one)));
}

Markup cases_table(std::size_t exercise, const ExerciseFigures& figures) {
    Markup rows;
    for (std::size_t i = 0; i < figures.cases.size(); ++i) rows += case_row(exercise, i, figures.cases[i]);
    const Markup head = element(
        "thead", element("tr", column_head("Case") + column_head("Passed", "number") +
                                   column_head("Failed", "number") + column_head("Neither", "number") +
                                   column_head("Why it failed", "wide")));
    return element(
        "div",
        {{"class", "scroll"},
         {"tabindex", "0"},
         {"role", "group"},
         {"aria-label", "Cases of " + one_line(figures.exercise)}},
        element("table", {{"class", "figures stacked"}},
                element("caption", {{"class", "said"}}, "How many passed each case of " + figures.exercise) +
                    head + element("tbody", rows)));
}

constexpr int kBarWidth = 26;
constexpr int kBarSpace = 32;
constexpr int kBarHeight = 84;

std::string bin_name(std::size_t bin) {
    return bin + 1 == kScoreBins ? "100 %" : fmt::format("{} to {} %", bin * 10, bin * 10 + 9);
}

Markup histogram(const ExerciseFigures& figures) {
    const std::size_t most =
        std::max<std::size_t>(*std::max_element(figures.scores.begin(), figures.scores.end()), 1);
    std::string shapes;
    for (std::size_t i = 0; i < kScoreBins; ++i) {
        const int x = static_cast<int>(i) * kBarSpace + 2;
        const std::size_t count = figures.scores[i];
        const int height =
            count == 0 ? 1
                       : std::max(3, static_cast<int>(count * static_cast<std::size_t>(kBarHeight) / most));
        const int top = 16 + kBarHeight - height;
        shapes += fmt::format(R"(<rect x="{}" y="{}" width="{}" height="{}" class="{}" />)", x, top,
                              kBarWidth, height, count == 0 ? "none" : "some");
        if (count > 0)
            shapes += fmt::format(R"(<text x="{}" y="{}" class="count">{}</text>)", x + kBarWidth / 2,
                                  top - 4, count);
        shapes += fmt::format(R"(<text x="{}" y="{}" class="bin">{}</text>)", x + kBarWidth / 2,
                              16 + kBarHeight + 15, i * 10);
        shapes += '\n';
    }
    return ours(fmt::format(R"(<svg class="histogram" viewBox="0 0 {} {}" aria-hidden="true">)"
                            "\n{}</svg>\n",
                            kBarSpace * static_cast<int>(kScoreBins), kBarHeight + 36, shapes));
}

Markup scores_of(const ExerciseFigures& one) {
    Markup rows;
    for (std::size_t i = 0; i < kScoreBins; ++i)
        rows += element("tr", element("th", {{"scope", "row"}}, bin_name(i)) + number(one.scores[i]));
    const Markup table = element(
        "table", {{"class", "figures"}},
        element("caption", {{"class", "said"}}, "How many have which part of the points of " + one.exercise) +
            element("thead",
                    element("tr", column_head("Part of the points") + column_head("Students", "number"))) +
            element("tbody", rows));
    return element(
        "figure", {{"class", "scores"}},
        element("h3", name(one.exercise)) + histogram(one) +
            element("figcaption", {{"class", "small quiet"}},
                    fmt::format("{}, by percent of the points", count_of(one.scored, "graded program"))) +
            element("details", element("summary", {{"class", "small"}}, "As a table") + table));
}

}  // namespace

Markup scroll_of(std::string_view what, std::size_t rows, const Markup& table) {
    constexpr std::size_t kSmall = 25;
    return element("div",
                   {{"class", rows > kSmall ? "scroll tall large" : "scroll tall"},
                    {"tabindex", "0"},
                    {"role", "group"},
                    {"aria-label", std::string(what)}},
                   table);
}

Markup column_head(std::string_view title, std::string_view kind) {
    Attributes attributes{{"scope", "col"}};
    if (!kind.empty()) attributes.push_back({"class", std::string(kind)});
    return element("th", attributes, title);
}

Markup exercises_section(const std::vector<ExerciseFigures>& figures) {
    Markup rows;
    for (const ExerciseFigures& one : figures) rows += exercise_row(one);
    const Markup head = element(
        "thead", element("tr", column_head("Exercise") + column_head("Passed", "number") +
                                   column_head("Failed", "number") + column_head("Missing", "number") +
                                   column_head("To look at", "number") +
                                   column_head("Shares, in this order", "wide")));
    const Markup table = element("table", {{"class", "figures stacked four"}},
                                 element("caption", {{"class", "said"}}, "How many passed each exercise") +
                                     head + element("tbody", rows));
    return element(
        "section", {{"aria-labelledby", "exercises"}},
        element("h2", {{"id", "exercises"}}, "Exercises") + element("div",
                                                                    {{"class", "scroll"},
                                                                     {"tabindex", "0"},
                                                                     {"role", "group"},
                                                                     {"aria-label", "Table of exercises"}},
                                                                    table));
}

Markup cases_section(const std::vector<ExerciseFigures>& figures) {
    Markup parts = element("h2", {{"id", "cases"}}, "Cases");
    for (std::size_t i = 0; i < figures.size(); ++i) {
        if (figures[i].cases.empty()) continue;
        Attributes attributes{{"class", "exercise"}};
        if (figures.size() <= kMostOpen) attributes.push_back({"open", "open"});
        parts += element(
            "details", attributes,
            element("summary", element("h3", name(figures[i].exercise))) + cases_table(i, figures[i]));
    }
    return element("section", {{"aria-labelledby", "cases"}}, parts);
}

Markup scores_section(const std::vector<ExerciseFigures>& figures) {
    Markup parts;
    for (const ExerciseFigures& one : figures) parts += scores_of(one);
    return element(
        "section", {{"aria-labelledby", "scores"}},
        element("h2", {{"id", "scores"}}, "Scores") + element("div", {{"class", "small-multiples"}}, parts));
}

}  // namespace sockgrade::reports::html
