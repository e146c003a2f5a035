#include "reports/class_summary.hh"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/columns.hh"
#include "base/text.hh"
#include "reports/csv_text.hh"
#include "reports/orders.hh"
#include "reports/wording.hh"

namespace sockgrade::reports {

namespace {

std::string padded(const std::string& text, std::size_t width) {
    const std::size_t columns = columns_of(text);
    return text + std::string(columns < width ? width - columns : 0, ' ');
}

std::string cut(const std::string& text, std::size_t width) {
    const std::string line = one_line(text);
    if (columns_of(line) <= width) return line;
    std::string short_one;
    for (const std::string_view unit : units_of(line)) {
        if (columns_of(short_one) + columns_of(unit) + 3 > width) break;
        short_one += unit;
    }
    return short_one + "...";
}

std::string weighed(std::int64_t score, std::int64_t max_score, std::int64_t counts) {
    if (max_score == 0) return "0";
    std::string text =
        fmt::format("{:.2f}", static_cast<double>(score * counts) / static_cast<double>(max_score));
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
    return text;
}

std::string most_points_of(const ClassLine& line) {
    return std::to_string(line.counts.value_or(line.max_score));
}

std::string status_of(const ClassLine& line) {
    if (line.outcome == "open") return "not done yet";
    return line.outcome == "graded" ? line.verdict : line.outcome;
}

std::string remark_of(const ClassLine& line) {
    std::string text = line.message;
    const auto add = [&](const std::string& more) { text += (text.empty() ? "" : "; ") + more; };
    if (!line.failed.empty()) add("failed: " + line.failed);
    if (!line.unsure.empty())
        add(fmt::format("unsure after {}: {}",
                        count_of(static_cast<std::size_t>(line.attempts), "try", "tries"), line.unsure));
    if (line.late) add("late");
    return text;
}

struct Counts {
    std::size_t passed = 0;
    std::size_t failed = 0;
    std::size_t missing = 0;
    std::size_t open = 0;
};

std::string said(const Counts& counts) {
    return fmt::format("{} passed, {} failed, {} missing, {} to look at", counts.passed, counts.failed,
                       counts.missing, counts.open);
}

void count(const ClassLine& line, Counts& counts) {
    if (is_open(line))
        ++counts.open;
    else if (line.outcome == "missing")
        ++counts.missing;
    else
        ++(line.verdict == "passed" ? counts.passed : counts.failed);
}

// Which case how many failed: what a class has not understood.
std::string often_failed(const ClassSummary& summary, const std::string& exercise) {
    std::map<std::string, std::size_t> failures;
    for (const ClassLine& line : summary.lines) {
        if (line.exercise != exercise) continue;
        for (std::size_t at = 0; at < line.failed.size();) {
            const std::size_t end = std::min(line.failed.find(", ", at), line.failed.size());
            ++failures[line.failed.substr(at, end - at)];
            at = end + 2;
        }
    }
    std::vector<std::pair<std::string, std::size_t>> sorted(failures.begin(), failures.end());
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    std::string text;
    for (const auto& [id, number] : sorted) text += fmt::format("    {:3} failed {}\n", number, one_line(id));
    return text;
}

std::vector<std::string> exercises_of(const ClassSummary& summary) {
    std::vector<std::string> exercises;
    for (const ClassLine& line : summary.lines)
        if (std::find(exercises.begin(), exercises.end(), line.exercise) == exercises.end())
            exercises.push_back(line.exercise);
    return exercises;
}

}  // namespace

bool is_open(const ClassLine& line) {
    return (line.outcome != "graded" && line.outcome != "missing") ||
           (line.outcome == "graded" && line.verdict == "inconclusive");
}

std::string points_of(const ClassLine& line) {
    if (line.outcome != "graded" && line.outcome != "missing") return "";
    return weighed(line.score, line.max_score, line.counts.value_or(line.max_score));
}

std::vector<StudentTotal> totals_of(const ClassSummary& summary) {
    std::vector<StudentTotal> totals;
    for (const ClassLine& line : summary.lines) {
        if (totals.empty() || totals.back().submission != line.submission)
            totals.push_back({line.student, line.id, line.submission, 0.0, 0});
        StudentTotal& total = totals.back();
        const auto most = static_cast<double>(line.counts.value_or(line.max_score));
        total.most += most;
        if (is_open(line))
            total.points.reset();
        else if (total.points && line.max_score > 0)
            *total.points += most * static_cast<double>(line.score) / static_cast<double>(line.max_score);
    }
    return totals;
}

std::string class_text(const ClassSummary& summary, std::size_t columns) {
    constexpr std::size_t kWidestName = 28;
    constexpr std::size_t kWidestExercise = 26;
    std::size_t name_width = 7;
    std::size_t exercise_width = 8;
    for (const ClassLine& line : summary.lines) {
        name_width = std::max(name_width, std::min(columns_of(one_line(line.student)), kWidestName));
        exercise_width = std::max(exercise_width, std::min(line.exercise.size(), kWidestExercise));
    }
    std::string text =
        fmt::format("{}\n\n  {}  {}  {:<12}  points\n", one_line(summary.title),
                    padded("student", name_width), padded("exercise", exercise_width), "result");
    Counts all;
    std::string before;
    for (const ClassLine& line : summary.lines) {
        count(line, all);
        const std::string who = line.submission == before ? "" : cut(line.student, kWidestName);
        before = line.submission;
        const std::string points = points_of(line);
        text += fmt::format("  {}  {}  {:<12}  {}\n", padded(who, name_width),
                            padded(cut(line.exercise, kWidestExercise), exercise_width), status_of(line),
                            points.empty() ? "-" : points + "/" + most_points_of(line));
        const std::string remark = one_line(remark_of(line), 1000);
        if (remark.empty()) continue;
        for (const std::string& part : fold(remark, columns > 20 ? columns - 6 : columns))
            text += fmt::format("      {}\n", part);
    }
    text += "\n";
    for (const std::string& exercise : exercises_of(summary)) {
        Counts counts;
        for (const ClassLine& line : summary.lines)
            if (line.exercise == exercise) count(line, counts);
        text +=
            fmt::format("  {}: {}\n{}", one_line(exercise), said(counts), often_failed(summary, exercise));
    }
    // Lines that were broken may begin with what was harmless within one.
    return lines_without_orders(text + fmt::format("\n{}\n", said(all)));
}

std::string class_csv(const ClassSummary& summary) {
    std::string text = std::string(kCsvMark) +
                       "student,id,submission,late,exercise,result,points,max_points,failed,unsure,tries,why,"
                       "program,seed,isolation,duration_s\r\n";
    for (const ClassLine& line : summary.lines)
        text += fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}\r\n", csv_text(line.student),
                            csv_text(line.id), csv_text(line.submission), line.late ? "late" : "",
                            csv_text(line.exercise), status_of(line), points_of(line), most_points_of(line),
                            csv_text(line.failed), csv_text(line.unsure), line.attempts,
                            csv_text(line.message), csv_text(line.program), line.seed,
                            csv_text(line.isolation), seconds_of(line.duration_ms));
    return text;
}

std::string class_matrix(const ClassSummary& summary) {
    const std::vector<std::string> exercises = exercises_of(summary);
    std::string text = std::string(kCsvMark) + "student,id,submission";
    for (const std::string& exercise : exercises) text += "," + csv_text(exercise);
    text += "\r\n";
    for (std::size_t i = 0; i < summary.lines.size();) {
        const ClassLine& first = summary.lines[i];
        std::map<std::string, std::string> points;
        for (; i < summary.lines.size() && summary.lines[i].submission == first.submission; ++i)
            points[summary.lines[i].exercise] = is_open(summary.lines[i]) ? "" : points_of(summary.lines[i]);
        text +=
            fmt::format("{},{},{}", csv_text(first.student), csv_text(first.id), csv_text(first.submission));
        for (const std::string& exercise : exercises) text += "," + points[exercise];
        text += "\r\n";
    }
    return text;
}

}  // namespace sockgrade::reports
