#include "reports/class_summary.hh"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/columns.hh"
#include "base/shell_word.hh"
#include "base/text.hh"
#include "reports/class_why.hh"
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

std::string remark_of(const ClassLine& line) {
    std::vector<std::string> remarks;
    if (!line.unsure.empty())
        remarks.push_back(fmt::format("unsure after {}: {}",
                                      count_of(static_cast<std::size_t>(line.attempts), "try", "tries"),
                                      line.unsure));
    if (const std::vector<std::string> open = open_answers(line); !open.empty() && !line.corrected)
        remarks.push_back(fmt::format("for a person to read: {}", list_of(open)));
    for (const GivenPoints& one : line.given)
        remarks.push_back(fmt::format("{} given by hand for {}: {}",
                                      count_of(static_cast<std::size_t>(one.points), "point"), one.case_id,
                                      one_line(one.reason)));
    for (std::string remark : {lateness_of(line), correction_of(line)})
        if (!remark.empty()) remarks.push_back(std::move(remark));
    return fmt::format("{}", fmt::join(remarks, "; "));
}

struct ClassCounts {
    std::size_t passed = 0;
    std::size_t failed = 0;
    std::size_t unbuilt = 0;  // of those that failed
    std::size_t missing = 0;
    std::size_t by_hand = 0;  // not judged, and decided all the same
    std::size_t open = 0;
};

std::string said(const ClassCounts& counts) {
    return fmt::format(
        "{} passed, {} failed{}, {} missing, {}{} to look at", counts.passed, counts.failed,
        counts.unbuilt == 0 ? "" : fmt::format(" ({} did not compile)", counts.unbuilt), counts.missing,
        counts.by_hand == 0 ? "" : fmt::format("{} decided by hand, ", counts.by_hand), counts.open);
}

void count(const ClassLine& line, ClassCounts& counts) {
    if (is_open(line))
        ++counts.open;
    else if (is_decided_by_hand(line))
        ++counts.by_hand;
    else if (line.outcome == "missing")
        ++counts.missing;
    else
        ++(line.verdict == "passed" ? counts.passed : counts.failed);
    if (is_unbuilt(line)) ++counts.unbuilt;
}

ClassCounts counts_in(const ClassSummary& summary, const std::string& exercise) {
    ClassCounts counts;
    for (const ClassLine& line : summary.lines)
        if (exercise.empty() || line.exercise == exercise) count(line, counts);
    return counts;
}

std::string folded_below(const std::string& text, std::size_t indent, std::size_t columns) {
    std::string lines;
    for (const std::string& part : fold(text, columns > indent + 20 ? columns - indent : columns))
        lines += std::string(indent, ' ') + part + "\n";
    return lines;
}

std::string names_of(const SharedMistake& mistake) {
    constexpr std::size_t kMostStudents = 12;
    std::vector<std::string> names;
    for (const std::string& one : mistake.students) {
        if (names.size() == kMostStudents) break;
        names.push_back(one_line(one, 60));
    }
    if (mistake.students.size() > names.size())
        names.push_back(fmt::format("{} more", mistake.students.size() - names.size()));
    return list_of(names);
}

// What a lecture may begin with.
std::string to_talk_about(const ClassSummary& summary, std::size_t columns) {
    constexpr std::size_t kMostMistakes = 5;
    const std::vector<SharedMistake> mistakes = shared_mistakes(summary);
    if (mistakes.empty()) return "";
    std::string text = "\nTo talk about\n";
    for (std::size_t i = 0; i < std::min(mistakes.size(), kMostMistakes); ++i) {
        const SharedMistake& one = mistakes[i];
        text += folded_below(
            fmt::format("{} of {}: {}", one.students.size(), one.graded, one_line(one.sentence)), 2, columns);
        for (const std::string& place : one.places) text += folded_below(one_line(place), 6, columns);
        text += folded_below(names_of(one), 6, columns);
    }
    if (mistakes.size() > kMostMistakes)
        text += fmt::format("  and {}: the class's page has them\n",
                            count_of(mistakes.size() - kMostMistakes, "other mistake"));
    return text;
}

std::string total_line(const StudentTotal& total, std::size_t name_width, std::size_t exercise_width) {
    return fmt::format("  {}  {}  {:<12}  {}/{}\n", std::string(name_width, ' '),
                       padded("all", exercise_width), "", total.points ? points_text(*total.points) : "-",
                       points_text(total.most));
}

// Of several exercises not students are counted, but what they have handed in for each.
std::string in_all(const ClassSummary& summary) {
    const std::string spread = spread_text(spread_of(totals_of(summary)));
    const std::string what =
        exercises_of(summary).size() > 1 ? count_of(summary.lines.size(), "program") + ": " : "";
    return (spread.empty() ? "" : spread + "\n") + what + said(counts_in(summary, ""));
}

// A name that is not enough stands there with the whole id.
std::size_t widest_of(const ClassLine& line) {
    constexpr std::size_t kWidestName = 28;
    constexpr std::size_t kWidestNameWithId = 70;
    return line.shares_name ? kWidestNameWithId : kWidestName;
}

std::vector<std::string> to_look_at(const ClassSummary& summary, bool (*is_meant)(const ClassLine&)) {
    constexpr std::size_t kMostNamed = 10;
    std::vector<std::string> names;
    std::size_t more = 0;
    for (const ClassLine& line : summary.lines) {
        if (!is_open(line) || !is_meant(line)) continue;
        if (names.size() == kMostNamed)
            ++more;
        else
            names.push_back(
                fmt::format("{} ({})", one_line(label_of(line), 60), one_line(line.exercise, 60)));
    }
    if (more > 0) names.push_back(fmt::format("{} more", more));
    return names;
}

}  // namespace

std::string next_steps(const ClassSummary& summary, const std::string& folder) {
    const auto is_unclear = [](const ClassLine& line) { return line.outcome == "unclear"; };
    const auto is_refused = [](const ClassLine& line) { return line.outcome == "refused"; };
    const auto is_unsure = [](const ClassLine& line) {
        return line.outcome == "graded" && line.verdict == "inconclusive";
    };
    const auto is_to_read = [](const ClassLine& line) {
        return line.outcome == "graded" && line.verdict != "inconclusive";
    };
    const auto has_trouble = [](const ClassLine& line) { return line.outcome == "trouble"; };
    const struct {
        bool (*is_meant)(const ClassLine&);
        std::string_view advice;
    } kKinds[] = {
        {is_unclear, "name the file in `program:`, or give points in overrides.csv"},
        {is_refused, "ask for another archive, or give points in overrides.csv"},
        {is_to_read, "read the open answers, and give points for each in overrides.csv"},
        {is_unsure, "try again with --rerun inconclusive, or give points in overrides.csv"},
        {has_trouble, "try again with --resume"},
    };
    std::string text;
    for (const auto& [is_meant, advice] : kKinds)
        if (const std::vector<std::string> names = to_look_at(summary, is_meant); !names.empty())
            text += fmt::format("Look at {}: {}\n", list_of(names), advice);
    // As completed by a shell: "results/".
    const std::string place = folder.substr(0, folder.find_last_not_of('/') + 1);
    return text +
           fmt::format(
               "The class's page is {}/class.html; `sockgrade report {} --format html --output pages/` "
               "makes one for each student\n",
               one_line(place), shell_word(folder));
}

std::string class_text(const ClassSummary& summary, std::size_t columns) {
    constexpr std::size_t kWidestExercise = 26;
    std::size_t name_width = 7;
    std::size_t exercise_width = 8;
    for (const ClassLine& line : summary.lines) {
        name_width = std::max(name_width, std::min(columns_of(one_line(label_of(line))), widest_of(line)));
        exercise_width = std::max(exercise_width, std::min(line.exercise.size(), kWidestExercise));
    }
    std::string text =
        fmt::format("{}\n\n  {}  {}  {:<12}  points\n", one_line(summary.title),
                    padded("student", name_width), padded("exercise", exercise_width), "result");
    const std::vector<StudentTotal> totals = totals_of(summary);
    std::size_t student = 0;
    for (std::size_t i = 0; i < summary.lines.size(); ++i) {
        const ClassLine& line = summary.lines[i];
        const bool is_first = i == 0 || summary.lines[i - 1].submission != line.submission;
        const bool is_last =
            i + 1 == summary.lines.size() || summary.lines[i + 1].submission != line.submission;
        const std::string who = is_first ? cut(label_of(line), widest_of(line)) : "";
        text += fmt::format("  {}  {}  {:<12}  {}\n", padded(who, name_width),
                            padded(cut(line.exercise, kWidestExercise), exercise_width), status_of(line),
                            points_in_table(line));
        for (const Reason& one : reasons_of(line)) {
            const std::string cases = one.cases.empty() ? "" : list_of(one.cases) + ": ";
            text += folded_below(one_line(cases + one.sentence, 1000), 6, columns);
        }
        const std::string remark = one_line(remark_of(line), 1000);
        if (!remark.empty()) text += folded_below(remark, 6, columns);
        if (is_last && !is_first) text += total_line(totals.at(student), name_width, exercise_width);
        if (is_last) ++student;
    }
    text += "\n";
    for (const std::string& exercise : exercises_of(summary)) {
        const std::string spread = spread_text(spread_of(summary, exercise));
        text += fmt::format("  {}: {}{}\n", one_line(exercise), said(counts_in(summary, exercise)),
                            spread.empty() ? "" : "; " + spread);
    }
    text += to_talk_about(summary, columns);
    for (const std::string& note : summary.notes)
        text += "\n" + folded_below("note: " + one_line(note), 0, columns);
    // Lines that were broken may begin with what was harmless within one.
    return lines_without_orders(text + fmt::format("\n{}\n", in_all(summary)));
}

}  // namespace sockgrade::reports
