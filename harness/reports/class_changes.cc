#include "reports/class_changes.hh"

#include <fmt/format.h>

#include <vector>

#include "base/text.hh"
#include "reports/csv_text.hh"
#include "reports/html_page.hh"
#include "reports/markup.hh"
#include "reports/orders.hh"
#include "reports/wording.hh"

namespace sockgrade::reports {

namespace {

std::string grade_of(const ClassLine& line) {
    const std::string points = points_of(line);
    std::string text = line.outcome == "open" ? "not done" : status_of(line);
    if (!points.empty()) text += fmt::format(" {}/{}", points, points_text(most_of(line)));
    return text;
}

bool is_same(const ClassLine& a, const ClassLine& b) {
    return grade_of(a) == grade_of(b) && a.failed == b.failed && a.unsure == b.unsure &&
           a.corrected.has_value() == b.corrected.has_value();
}

bool is_corrected_alike(const ClassLine& a, const ClassLine& b) {
    return a.corrected.has_value() == b.corrected.has_value() &&
           (!a.corrected || a.corrected->points == b.corrected->points);
}

std::string reasons_for(const GradedFrom& before, const GradedFrom& after) {
    std::vector<std::string> others;
    if (before.hand_in != after.hand_in) others.emplace_back("hand-in");
    if (before.spec != after.spec) others.emplace_back("spec");
    if (before.line.seed != after.line.seed) others.emplace_back("seed");
    if (before.line.counts != after.line.counts) others.emplace_back("weight");
    if (before.line.percent_taken != after.line.percent_taken)
        others.emplace_back("deduction for being late");
    if (!is_corrected_alike(before.line, after.line)) others.emplace_back("correction by hand");
    if (before.line.isolation != after.line.isolation) others.emplace_back("level of isolation");
    if (others.empty())
        return "hand-in, spec and seed are the same: a program that does not always do the same, another "
               "machine or another Sockgrade";
    return "another " + list_of(others);
}

std::string details_of(const GradedFrom& one) {
    std::string text = grade_of(one.line);
    if (!one.line.failed.empty()) text += "; failed: " + one.line.failed;
    if (!one.line.unsure.empty()) text += "; unsure: " + one.line.unsure;
    for (const std::string& remark : {lateness_of(one.line), correction_of(one.line)})
        if (!remark.empty()) text += "; " + remark;
    return text;
}

GradeChange change_of(const std::pair<std::string, std::string>& place, const GradedFrom* before,
                      const GradedFrom* after) {
    const ClassLine& line = after != nullptr ? after->line : before->line;
    GradeChange change{line.student, line.id, place.first, place.second, "not there", "not there",
                       "",           "",      ""};
    if (before != nullptr) {
        change.was = details_of(*before);
        change.points_before = points_of(before->line);
    }
    if (after != nullptr) {
        change.is = details_of(*after);
        change.points_after = points_of(after->line);
    }
    change.why = before == nullptr  ? "only the new results have it"
                 : after == nullptr ? "only the old results have it"
                                    : reasons_for(*before, *after);
    return change;
}

std::string counted(const ClassChanges& changes) {
    return fmt::format("{} changed, {} as before", changes.changes.size(), changes.same);
}

html::Markup row_of_change(const GradeChange& one) {
    using namespace html;
    const std::string who = one.student.empty() ? one.submission : one.student;
    return element("tr", element("th", {{"scope", "row"}}, name(one_line(who, 120))) +
                             element("td", name(one_line(one.exercise, 80))) +
                             element("td", one_line(one.was)) + element("td", one_line(one.is)) +
                             element("td", one_line(one.why)));
}

}  // namespace

ClassChanges changes_of(const ClassGrades& before, const ClassGrades& after) {
    ClassChanges changes;
    for (const auto& [place, old] : before) {
        const auto found = after.find(place);
        if (found == after.end())
            changes.changes.push_back(change_of(place, &old, nullptr));
        else if (is_same(old.line, found->second.line))
            ++changes.same;
        else
            changes.changes.push_back(change_of(place, &old, &found->second));
    }
    for (const auto& [place, one] : after)
        if (before.find(place) == before.end()) changes.changes.push_back(change_of(place, nullptr, &one));
    return changes;
}

std::string changes_text(const ClassChanges& changes) {
    std::string text;
    for (const GradeChange& one : changes.changes)
        text += fmt::format("  {}  {}\n    was  {}\n    is   {}\n    why  {}\n", one_line(one.student),
                            one_line(one.exercise), one_line(one.was, 1000), one_line(one.is, 1000), one.why);
    return lines_without_orders(text + counted(changes) + "\n");
}

std::string changes_csv(const ClassChanges& changes) {
    std::string text =
        std::string(kCsvMark) + "student,id,submission,exercise,points_before,points_after,was,is,why\r\n";
    for (const GradeChange& one : changes.changes)
        text += fmt::format("{},{},{},{},{},{},{},{},{}\r\n", csv_text(one.student), csv_text(one.id),
                            csv_text(one.submission), csv_text(one.exercise), one.points_before,
                            one.points_after, csv_text(one.was), csv_text(one.is), csv_text(one.why));
    return text;
}

std::string changes_page(const ClassChanges& changes) {
    using namespace html;
    Markup rows;
    for (const GradeChange& one : changes.changes) rows += row_of_change(one);
    Markup head;
    for (const char* title : {"Student", "Exercise", "Was", "Is", "Why"})
        head += element("th", {{"scope", "col"}}, title);
    const Markup table = element(
        "div", {{"class", "scroll"}, {"tabindex", "0"}, {"role", "group"}, {"aria-label", "Changed grades"}},
        element("table", {{"class", "changes"}},
                element("caption", {{"class", "said"}}, "Grades that changed") +
                    element("thead", element("tr", head)) + element("tbody", rows)));
    const Markup content = element("h1", "Changed grades") +
                           element("p", {{"class", "quiet"}}, counted(changes)) +
                           (changes.changes.empty() ? Markup{} : table);
    const Frame frame{.title = "Changed grades",
                      .about = "class",
                      .foot = "For the instructor: names and grades are on this page."};
    return page_of(frame, content, assets::kReportStyle, assets::kReportScript);
}

}  // namespace sockgrade::reports
