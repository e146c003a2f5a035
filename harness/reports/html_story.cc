#include "reports/html_story.hh"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/text.hh"
#include "reports/conversation.hh"
#include "reports/diagram.hh"
#include "reports/html_bytes.hh"
#include "reports/svg_picture.hh"

namespace sockgrade::reports::html {

namespace {

// Those of the page, which change with the theme.
constexpr PictureColors kPageColors{
    .paper = "var(--sheet)",
    .ink = "var(--ink)",
    .faint = "var(--faint)",
    .fault = "var(--fail)",
    .message = "var(--accent)",
    .lifeline = "var(--svg-lifeline)",
    .name = "var(--idle-tint)",
    .note = "var(--svg-note)",
    .note_edge = "var(--svg-note-edge)",
    .help = "var(--svg-help)",
    .help_edge = "var(--svg-help-edge)",
    .broken = "var(--fail-tint)",
};

constexpr std::size_t kMostOutput = 8'192;

Markup step(const Line& line) {
    Markup what = text(line.text);
    if (line.decisive) what += text(" ") + element("span", {{"class", "decided"}}, "\u25c2 this decided");
    const Markup cells = element("td", std::to_string(line.step)) +
                         element("td", fmt::format("{:.3f} s", static_cast<double>(line.at_us) / 1e6)) +
                         element("td", what);
    Markup row;
    if (line.after_gap)
        row +=
            element("tr", {{"class", "gap"}},
                    element("td", "") + element("td", "") + element("td", "... steps that are left out ..."));
    return row + (line.decisive ? element("tr", {{"class", "decisive"}}, cells) : element("tr", cells));
}

// Shown by the script, which makes it work.
Markup player(std::string_view title) {
    const auto button = [](const char* kind, const char* label) {
        return element("button", {{"class", kind}, {"type", "button"}}, label);
    };
    const Markup buttons = button("back", "Back") + button("play", "Play") + button("next", "Next");
    const Markup slider = void_element(
        "input", {{"class", "at"}, {"type", "range"}, {"min", "1"}, {"max", "1"}, {"aria-label", "Step"}});
    const Markup said =
        element("p", {{"class", "now"}, {"aria-live", "polite"}}, "") +
        element("p", {{"class", "source"}, {"hidden", "hidden"}},
                element("span", {{"class", "label"}}, "Your line") + text(" ") + element("code", ""));
    return element("div",
                   {{"class", "player"},
                    {"role", "group"},
                    {"aria-label", fmt::format("{}, step by step", title)},
                    {"hidden", "hidden"}},
                   element("div", {{"class", "keys"}}, buttons + slider) + said);
}

Markup stream(std::string_view title, std::string_view printed) {
    if (printed.empty()) return {};
    return element("div", {{"class", "block"}},
                   element("h4", title) + element("pre",
                                                  {{"class", "output"},
                                                   {"tabindex", "0"},
                                                   {"role", "group"},
                                                   {"aria-label", std::string(title)}},
                                                  output(printed, kMostOutput)));
}

}  // namespace

Markup diagram(const model::CaseResult& result, const StoryLimits& limits, std::string_view title) {
    const Diagram drawn = diagram_of(result, {.lifelines = 8, .rows = limits.rows, .bytes = 160});
    if (drawn.lifelines.empty()) return {};
    Picture picture(drawn.lifelines.size(), kPageColors, true);
    picture.draw(drawn);
    const std::string label = fmt::format("{}, which the steps below tell in words", title);
    return element("figure", {{"class", "block wire"}},
                   element("h4", title) + player(title) +
                       element("div",
                               {{"class", "scroll diagram"},
                                {"tabindex", "0"},
                                {"role", "group"},
                                {"aria-label", std::string(title)}},
                               ours(std::move(picture).take(label))));
}

Markup conversation_table(const model::CaseResult& result, const StoryLimits& limits, std::string_view title,
                          bool open) {
    const std::vector<Line> all = limits.every_event ? whole_conversation(result) : conversation(result);
    if (all.empty()) return {};
    const std::vector<Line> shown = limits.every_event ? all : end_of(all, limits.steps);
    const std::string count = shown.size() < all.size()
                                  ? fmt::format("{} of {} steps", shown.size(), all.size())
                                  : count_of(all.size(), "step");
    Markup rows;
    for (const Line& line : shown) rows += step(line);
    const Markup head =
        element("thead", element("tr", element("th", {{"scope", "col"}}, "No.") +
                                           element("th", {{"scope", "col"}}, "Time") +
                                           element("th", {{"scope", "col"}}, "What happened")));
    const Markup table =
        element("table", {{"class", "steps"}},
                element("caption", {{"class", "said"}}, title) + head + element("tbody", rows));
    Attributes attributes{{"class", "block"}};
    if (open) attributes.push_back({"open", "open"});
    return element("details", attributes, element("summary", fmt::format("{}, {}", title, count)) + table);
}

Markup printed_output(const model::CaseResult& result) {
    const model::Transcript* transcript = shown_transcript(result);
    if (transcript == nullptr) return {};
    std::string streams[2];
    for (const auto* one : transcript->all<model::event::Printed>())
        streams[one->to_stderr ? 1 : 0] += one->bytes;
    return stream("What the program printed (standard output)", streams[0]) +
           stream("What the program printed (standard error)", streams[1]);
}

}  // namespace sockgrade::reports::html
