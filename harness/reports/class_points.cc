// Points, totals and what is said of them: what every report of a class has in common.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "base/text.hh"
#include "reports/class_summary.hh"
#include "reports/wording.hh"

namespace sockgrade::reports {

namespace {

bool is_judged(const ClassLine& line) {
    return line.outcome == "missing" || (line.outcome == "graded" && line.verdict != "inconclusive");
}

std::optional<double> reached_points(const ClassLine& line) {
    if (line.outcome != "graded" && line.outcome != "missing") return std::nullopt;
    if (line.max_score == 0) return 0;
    return most_of(line) * static_cast<double>(line.score) / static_cast<double>(line.max_score);
}

Spread spread_of_points(std::vector<double> points, double most) {
    Spread spread;
    spread.count = points.size();
    spread.most = most;
    if (points.empty()) return spread;
    std::sort(points.begin(), points.end());
    spread.mean = std::accumulate(points.begin(), points.end(), 0.0) / static_cast<double>(points.size());
    const std::size_t middle = points.size() / 2;
    spread.median = points.size() % 2 == 1 ? points[middle] : (points[middle - 1] + points[middle]) / 2;
    return spread;
}

}  // namespace

void mark_shared_names(ClassSummary& summary) {
    std::map<std::string, std::set<std::string>> hand_ins;
    for (const ClassLine& line : summary.lines) hand_ins[line.student].insert(line.submission);
    for (ClassLine& line : summary.lines) line.shares_name = hand_ins[line.student].size() > 1;
}

std::string label_of(const ClassLine& line) {
    if (line.student.empty()) return line.submission;
    return line.shares_name
               ? fmt::format("{} ({})", line.student, line.id.empty() ? line.submission : line.id)
               : line.student;
}

namespace {

// As a result has it (model::overall), when points given by hand have changed what a case comes to.
void take_verdict_of_cases(ClassLine& line) {
    std::vector<std::string> failed;
    line.verdict = "passed";
    for (const ClassCase& one : line.cases) {
        if (one.verdict == "failed") failed.push_back(one.id);
        if (one.level == "must" && (one.verdict == "failed" || one.verdict == "inconclusive") &&
            line.verdict != "failed")
            line.verdict = one.verdict;
    }
    line.failed = fmt::format("{}", fmt::join(failed, ", "));
}

}  // namespace

bool take_given(ClassLine& line, const GivenPoints& given) {
    const auto found = std::find_if(line.cases.begin(), line.cases.end(),
                                    [&](const ClassCase& one) { return one.id == given.case_id; });
    if (found == line.cases.end() || given.points > found->max_points) return false;
    line.score += given.points - found->points;
    found->points = given.points;
    found->verdict = given.points > 0 || found->max_points == 0 ? "passed" : "failed";
    found->summary = given.reason;
    found->cause.clear();
    found->for_a_person = false;
    line.given.push_back(given);
    take_verdict_of_cases(line);
    return true;
}

std::vector<std::string> open_answers(const ClassLine& line) {
    std::vector<std::string> ids;
    for (const ClassCase& one : line.cases)
        if (one.for_a_person && one.max_points > 0) ids.push_back(one.id);
    return ids;
}

bool is_open(const ClassLine& line) {
    return !line.corrected && (!is_judged(line) || !open_answers(line).empty());
}

bool is_decided_by_hand(const ClassLine& line) { return line.corrected && !is_judged(line); }

bool is_unbuilt(const ClassLine& line) {
    return line.outcome == "graded" &&
           std::any_of(line.cases.begin(), line.cases.end(), [](const ClassCase& one) {
               return one.verdict == "failed" && one.cause == "build-failed";
           });
}

double most_of(const ClassLine& line) { return static_cast<double>(line.counts.value_or(line.max_score)); }

std::optional<double> value_of(const ClassLine& line) {
    if (line.corrected) return line.corrected->points;
    const auto reached = reached_points(line);
    constexpr double kAll = 100;
    if (!reached) return std::nullopt;
    return *reached * (kAll - static_cast<double>(line.percent_taken)) / kAll;
}

std::string points_text(double points) {
    std::string text = fmt::format("{:.2f}", points);
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
    return text;
}

std::string points_of(const ClassLine& line) {
    const auto value = value_of(line);
    return value ? points_text(*value) : "";
}

std::string points_in_table(const ClassLine& line) {
    const std::string points = points_of(line);
    if (points.empty()) return "-";
    return fmt::format("{}/{}{}", points, points_text(most_of(line)), is_open(line) ? " so far" : "");
}

std::string reached_of(const ClassLine& line) {
    const auto reached = reached_points(line);
    return reached ? points_text(*reached) : "";
}

std::string status_of(const ClassLine& line) {
    if (line.outcome == "open") return "not done yet";
    return line.outcome == "graded" ? line.verdict : line.outcome;
}

std::string lateness_of(const ClassLine& line) {
    if (line.days_late == 0 && !line.late) return "";
    const std::string nothing = line.costs_to_be_late ? ": nothing is taken" : "";
    if (line.days_late == 0)
        return line.handed_in.empty() ? "late, and nobody knows how late" + nothing : "late" + nothing;
    const std::string days = count_of(static_cast<std::size_t>(line.days_late), "day") + " late";
    if (line.corrected) return days;
    return line.percent_taken == 0 ? days + nothing : fmt::format("{}: {} % taken", days, line.percent_taken);
}

std::string correction_of(const ClassLine& line) {
    if (!line.corrected) return "";
    const std::string reached = reached_of(line);
    return fmt::format("corrected by hand{}: {}", reached.empty() ? "" : fmt::format(", {} before", reached),
                       one_line(line.corrected->reason));
}

std::vector<std::string> exercises_of(const ClassSummary& summary) {
    std::vector<std::string> exercises;
    for (const ClassLine& line : summary.lines)
        if (std::find(exercises.begin(), exercises.end(), line.exercise) == exercises.end())
            exercises.push_back(line.exercise);
    return exercises;
}

std::vector<StudentTotal> totals_of(const ClassSummary& summary) {
    std::vector<StudentTotal> totals;
    for (const ClassLine& line : summary.lines) {
        if (totals.empty() || totals.back().submission != line.submission)
            totals.push_back({line.student, line.id, line.submission, 0.0, 0});
        StudentTotal& total = totals.back();
        total.most += most_of(line);
        if (is_open(line))
            total.points.reset();
        else if (total.points)
            *total.points += value_of(line).value_or(0);
    }
    return totals;
}

Spread spread_of(const ClassSummary& summary, const std::string& exercise) {
    std::vector<double> points;
    double most = 0;
    for (const ClassLine& line : summary.lines) {
        if (line.exercise != exercise) continue;
        most = std::max(most, most_of(line));
        if (!is_open(line)) points.push_back(value_of(line).value_or(0));
    }
    return spread_of_points(std::move(points), most);
}

Spread spread_of(const std::vector<StudentTotal>& totals) {
    std::vector<double> points;
    double most = 0;
    for (const StudentTotal& one : totals) {
        most = std::max(most, one.most);
        if (one.points) points.push_back(*one.points);
    }
    return spread_of_points(std::move(points), most);
}

std::string spread_text(const Spread& spread) {
    if (spread.count == 0) return "";
    return fmt::format("mean {}, median {} of {}", points_text(spread.mean), points_text(spread.median),
                       points_text(spread.most));
}

}  // namespace sockgrade::reports
