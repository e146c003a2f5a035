#include "reports/class_changes.hh"

#include <fmt/format.h>

#include <vector>

#include "base/text.hh"
#include "reports/wording.hh"

namespace sockgrade::reports {

namespace {

std::string grade_of(const ClassLine& line) {
    const std::string points = points_of(line);
    std::string text = line.outcome == "graded" ? line.verdict
                       : line.outcome == "open" ? "not done"
                                                : line.outcome;
    if (!points.empty()) text += fmt::format(" {}/{}", points, line.counts.value_or(line.max_score));
    return text;
}

bool is_same(const ClassLine& a, const ClassLine& b) {
    return grade_of(a) == grade_of(b) && a.failed == b.failed && a.unsure == b.unsure;
}

std::string reasons_for(const GradedFrom& before, const GradedFrom& after) {
    std::vector<std::string> others;
    if (before.hand_in != after.hand_in) others.emplace_back("hand-in");
    if (before.spec != after.spec) others.emplace_back("spec");
    if (before.line.seed != after.line.seed) others.emplace_back("seed");
    if (before.line.counts != after.line.counts) others.emplace_back("weight");
    if (before.line.isolation != after.line.isolation) others.emplace_back("level of isolation");
    if (others.empty())
        return "hand-in, spec and seed are the same: a program that does not always do the same, another "
               "machine or another Sockgrade";
    return "another " + list_of(others);
}

std::string cases_of(const GradedFrom& one) {
    std::string text;
    if (!one.line.failed.empty()) text += "; failed: " + one.line.failed;
    if (!one.line.unsure.empty()) text += "; unsure: " + one.line.unsure;
    return text;
}

std::string heading_of_line(const ClassLine& line) {
    return fmt::format("  {}  {}\n", one_line(line.student), line.exercise);
}

}  // namespace

ClassChanges changes_of(const ClassGrades& before, const ClassGrades& after) {
    ClassChanges changes;
    std::size_t same = 0;
    const auto add = [&](const ClassLine& line, const std::string& was, const std::string& is,
                         const std::string& why) {
        ++changes.changed;
        changes.text +=
            heading_of_line(line) + fmt::format("    was  {}\n    is   {}\n    why  {}\n", was, is, why);
    };
    for (const auto& [place, old] : before) {
        const auto found = after.find(place);
        if (found == after.end()) {
            add(old.line, grade_of(old.line) + cases_of(old), "not there", "only the old results have it");
            continue;
        }
        if (is_same(old.line, found->second.line)) {
            ++same;
            continue;
        }
        add(found->second.line, grade_of(old.line) + cases_of(old),
            grade_of(found->second.line) + cases_of(found->second), reasons_for(old, found->second));
    }
    for (const auto& [place, one] : after)
        if (before.find(place) == before.end())
            add(one.line, "not there", grade_of(one.line) + cases_of(one), "only the new results have it");
    changes.text += fmt::format("{} changed, {} as before\n", changes.changed, same);
    return changes;
}

}  // namespace sockgrade::reports
