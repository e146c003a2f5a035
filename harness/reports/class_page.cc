#include "reports/class_page.hh"

#include <fmt/format.h>

#include <set>

#include "base/text.hh"
#include "reports/class_page_parts.hh"
#include "reports/wording.hh"

namespace sockgrade::reports {

namespace html {

namespace {

std::string size_of_class(const ClassSummary& summary, std::size_t exercises) {
    std::set<std::string> students;
    for (const ClassLine& line : summary.lines) students.insert(line.submission);
    return fmt::format("{}, {}", count_of(students.size(), "student"), count_of(exercises, "exercise"));
}

Markup jump(const char* anchor, const char* title) {
    return element("li", element("a", {{"href", anchor}}, title));
}

Markup contents(bool has_cases, bool has_meetings) {
    Markup items = jump("#students", "Students");
    if (has_cases) items += jump("#together", "To talk about");
    items += jump("#exercises", "Exercises");
    if (has_cases) items += jump("#cases", "Cases");
    items += jump("#scores", "Scores");
    if (has_meetings) items += jump("#meetings-1", "Who can talk to whom");
    return element("nav", {{"aria-label", "On this page"}}, element("ul", {{"class", "jumps"}}, items));
}

}  // namespace

}  // namespace html

std::string class_page(const ClassSummary& summary, const ClassPageOptions& options) {
    using namespace html;
    const std::vector<ExerciseFigures> figures = figures_of(summary);
    const std::string title = one_line(summary.title.empty() ? "Class" : summary.title);
    bool has_cases = false;
    for (const ExerciseFigures& one : figures) has_cases |= !one.cases.empty();
    Markup content = element("h1", name(title)) +
                     element("p", {{"class", "quiet"}}, size_of_class(summary, figures.size())) +
                     contents(has_cases, !options.meetings.empty()) + overview_of(summary, figures);
    if (options.is_running)
        content += element("p", {{"class", "notes"}},
                           "The class is still being graded. Load this page again to see more.");
    for (const std::string& note : summary.notes)
        content += element("p", {{"class", "quiet small"}}, one_line(note, 400));
    content += students_section(summary, figures, options);
    if (has_cases) content += together_section(summary);
    content += exercises_section(figures);
    if (has_cases) content += cases_section(figures);
    content += scores_section(figures);
    for (std::size_t i = 0; i < options.meetings.size(); ++i)
        content += meetings_section(options.meetings[i], i);
    const Frame frame{
        .title = title,
        .about = "class",
        .foot =
            "For the instructor: names, grades and cases that are hidden from students are on this "
            "page."};
    return page_of(frame, content, assets::kClassStyle, assets::kClassScript);
}

}  // namespace sockgrade::reports
