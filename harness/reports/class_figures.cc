#include "reports/class_figures.hh"

#include <algorithm>

#include "reports/class_why.hh"

namespace sockgrade::reports {

namespace {

void count_why(CaseFigures& figures, const ClassCase& one) {
    const std::string sentence = mistake_of(one);
    const auto known = std::find_if(figures.whys.begin(), figures.whys.end(),
                                    [&](const WhyFigures& why) { return why.sentence == sentence; });
    if (known == figures.whys.end())
        figures.whys.push_back({sentence, 1, one.why.empty() ? one.summary : one.why});
    else
        ++known->count;
}

void count_case(ExerciseFigures& figures, const ClassCase& one) {
    const std::size_t place = place_of(figures, one.id);
    if (place == figures.cases.size()) {
        figures.cases.emplace_back();
        figures.cases.back().shown = one;
    }
    CaseFigures& of_case = figures.cases[place];
    if (one.verdict == "passed") {
        ++of_case.passed;
    } else if (one.verdict == "failed") {
        ++of_case.failed;
        count_why(of_case, one);
    } else {
        ++of_case.other;
    }
}

void count_line(ExerciseFigures& figures, const ClassLine& line) {
    if (is_open(line))
        ++figures.open;
    else if (is_decided_by_hand(line))
        ++figures.by_hand;
    else if (line.outcome == "missing")
        ++figures.missing;
    else
        ++(line.verdict == "passed" ? figures.passed : figures.failed);
    // What did not compile says nothing about any case.
    if (!is_unbuilt(line))
        for (const ClassCase& one : line.cases) count_case(figures, one);
    const double part = part_of_points(line);
    if (line.outcome != "graded" || part < 0) return;
    constexpr double kRounding = 1e-9;
    ++figures.scores[std::min(static_cast<std::size_t>(part * (kScoreBins - 1) + kRounding), kScoreBins - 1)];
    ++figures.scored;
}

}  // namespace

std::vector<ExerciseFigures> figures_of(const ClassSummary& summary) {
    std::vector<ExerciseFigures> all;
    for (const ClassLine& line : summary.lines) {
        const std::size_t place = place_of(all, line.exercise);
        if (place == all.size()) {
            all.emplace_back();
            all.back().exercise = line.exercise;
        }
        count_line(all[place], line);
    }
    for (ExerciseFigures& one : all) {
        one.spread = spread_of(summary, one.exercise);
        for (CaseFigures& of_case : one.cases)
            std::stable_sort(of_case.whys.begin(), of_case.whys.end(),
                             [](const WhyFigures& a, const WhyFigures& b) { return a.count > b.count; });
    }
    return all;
}

std::size_t place_of(const std::vector<ExerciseFigures>& figures, const std::string& exercise) {
    const auto found = std::find_if(figures.begin(), figures.end(),
                                    [&](const ExerciseFigures& one) { return one.exercise == exercise; });
    return static_cast<std::size_t>(found - figures.begin());
}

std::size_t place_of(const ExerciseFigures& figures, const std::string& case_id) {
    const auto found = std::find_if(figures.cases.begin(), figures.cases.end(),
                                    [&](const CaseFigures& one) { return one.shown.id == case_id; });
    return static_cast<std::size_t>(found - figures.cases.begin());
}

double part_of_points(const ClassLine& line) {
    if (is_open(line)) return -1;
    const double most = most_of(line);
    return most <= 0 ? 0 : value_of(line).value_or(0) / most;
}

}  // namespace sockgrade::reports
