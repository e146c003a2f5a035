#include "reports/feedback.hh"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/text.hh"
#include "reports/catalog.hh"
#include "reports/json_text.hh"
#include "reports/wording.hh"

namespace sockgrade::reports {

namespace {

model::Verdict worse_of(model::Verdict a, model::Verdict b) {
    for (const model::Verdict verdict : {model::Verdict::failed, model::Verdict::inconclusive})
        if (a == verdict || b == verdict) return verdict;
    return a == model::Verdict::passed ? a : b;
}

void add_exercise(model::Result& all, const GradedExercise& one) {
    const model::Result result = with_grade(one.result, one.line);
    all.verdict =
        all.cases.empty() && all.programs.empty() ? result.verdict : worse_of(all.verdict, result.verdict);
    all.score += result.score;
    all.max_score += result.max_score;
    all.duration_ms += result.duration_ms;
    all.seed = result.seed;
    all.isolation = result.isolation;
    if (!result.program.empty()) all.programs.push_back({result.exercise, result.program});
    for (const std::string& note : result.notes)
        all.notes.push_back(fmt::format("{}: {}", result.exercise, note));
    for (model::CaseResult each : result.cases) {
        each.id = result.exercise + "/" + each.id;
        all.cases.push_back(std::move(each));
    }
}

}  // namespace

std::vector<std::string> grade_notes(const ClassLine& line) {
    std::vector<std::string> notes;
    const std::string lateness = lateness_of(line);
    const std::string points = points_of(line);
    const bool counts_otherwise = line.counts || line.percent_taken > 0 || line.corrected;
    if (line.corrected)
        notes.push_back(fmt::format("Your instructor has set this grade: {} of {} points. Reason: {}", points,
                                    points_text(most_of(line)), one_line(line.corrected->reason)));
    else if (counts_otherwise && !points.empty())
        notes.push_back(fmt::format("This counts {} of {} points{}.", points, points_text(most_of(line)),
                                    is_open(line) ? " so far" : ""));
    if (!lateness.empty()) notes.push_back(fmt::format("It was handed in {}.", lateness));
    return notes;
}

namespace {

constexpr std::string_view kNotGraded = "not graded yet";

bool was_looked_at(const ClassLine& line) { return line.outcome == "graded" || line.outcome == "missing"; }

// In the place of cases of which none was tried: the reason once, and whose turn it is.
void take_the_reason_alone(model::Result& result, const ClassLine& line) {
    model::CaseResult one;
    one.id = "hand-in";
    one.title = line.corrected ? "Your instructor has decided on this hand-in"
                               : "Your instructor looks at this hand-in";
    one.verdict = line.corrected ? model::Verdict::skipped : model::Verdict::unsupported;
    one.for_a_person = !line.corrected;
    one.max_points = result.max_score;
    one.summary = line.message;
    result.cases = {std::move(one)};
    result.score = 0;
    // The case says it.
    std::erase(result.notes, line.message);
}

void take_given_points(model::Result& result, const ClassLine& line) {
    for (const GivenPoints& given : line.given)
        for (model::CaseResult& one : result.cases) {
            if (one.id != given.case_id) continue;
            const int points = static_cast<int>(given.points);
            result.score += points - one.points;
            one.points = points;
            one.verdict = points > 0 || one.max_points == 0 ? model::Verdict::passed : model::Verdict::failed;
            one.for_a_person = false;
            one.cause.reset();
            one.findings.clear();
            one.summary = fmt::format("Your instructor has given {} of {} for this. Reason: {}", points,
                                      count_of(static_cast<std::size_t>(one.max_points), "point"),
                                      one_line(given.reason));
        }
    if (!line.given.empty()) result.verdict = model::overall(result.cases);
}

CountedGrade counted(double points, double most) {
    return {
        {},
        fmt::format("{} of {} {}", points_text(points), points_text(most), most == 1 ? "point" : "points"),
        most > 0 ? points / most : 0};
}

}  // namespace

std::optional<CountedGrade> counted_grade(const ClassLine& line) {
    const auto value = value_of(line);
    if (is_decided_by_hand(line)) {
        CountedGrade grade = counted(*value, most_of(line));
        grade.word = "decided by hand";
        return grade;
    }
    if (!was_looked_at(line)) return CountedGrade{std::string(kNotGraded), {}, {}};
    if (is_open(line)) {
        CountedGrade grade = counted(value.value_or(0), most_of(line));
        if (line.verdict == "inconclusive") grade.word = kNotGraded;
        grade.points += " so far";
        grade.part.reset();
        return grade;
    }
    if (!line.corrected && !line.counts && line.percent_taken == 0) return std::nullopt;
    return counted(value.value_or(0), most_of(line));
}

std::optional<CountedGrade> counted_grade(const std::vector<GradedExercise>& exercises) {
    if (exercises.size() == 1) return counted_grade(exercises.front().line);
    double points = 0;
    double most = 0;
    bool is_open_somewhere = false;
    bool has_any = false;
    for (const GradedExercise& one : exercises) {
        most += most_of(one.line);
        is_open_somewhere = is_open_somewhere || is_open(one.line);
        const bool counts = one.line.corrected || was_looked_at(one.line);
        has_any = has_any || counts;
        if (counts) points += value_of(one.line).value_or(0);
    }
    if (!has_any) return CountedGrade{std::string(kNotGraded), {}, {}};
    CountedGrade grade = counted(points, most);
    if (!is_open_somewhere) return grade;
    grade.points += " so far";
    grade.part.reset();
    return grade;
}

model::Result with_grade(model::Result result, const ClassLine& line) {
    take_given_points(result, line);
    if (!was_looked_at(line)) take_the_reason_alone(result, line);
    const std::vector<std::string> notes = grade_notes(line);
    result.notes.insert(result.notes.begin(), notes.begin(), notes.end());
    return result;
}

model::Result all_in_one(const std::string& assignment, const std::string& title,
                         const std::vector<GradedExercise>& exercises) {
    if (exercises.size() == 1) return with_grade(exercises.front().result, exercises.front().line);
    model::Result all;
    all.exercise = assignment;
    all.title = title;
    ClassSummary summary;
    for (const GradedExercise& one : exercises) {
        add_exercise(all, one);
        summary.lines.push_back(one.line);
    }
    const std::vector<StudentTotal> totals = totals_of(summary);
    if (!totals.empty() && totals.front().points)
        all.notes.insert(all.notes.begin(),
                         fmt::format("All exercises together count {} of {} points.",
                                     points_text(*totals.front().points), points_text(totals.front().most)));
    std::vector<std::string> programs;
    for (const model::ProgramOfRole& one : all.programs)
        if (std::find(programs.begin(), programs.end(), one.program) == programs.end())
            programs.push_back(one.program);
    all.program = list_of(programs);
    return all;
}

std::string counted_report(const Format& format, const model::Result& result, const ReportOptions& options,
                           const std::vector<GradedExercise>& exercises, const StudentTotal& total) {
    std::string text = format.render(result, options);
    if (&format == &formats::gradescope) {
        Json json = Json::parse(text);
        json.erase("score");
        if (total.points) json["score"] = *total.points;
        return printed(json);
    }
    if (&format == &formats::prairielearn && total.points && total.most > 0) {
        Json json = Json::parse(text);
        if (json.contains("score")) json["score"] = *total.points / total.most;
        return printed(json);
    }
    if (&format == &formats::autolab) {
        // The scores are the last line, and each exercise is a problem there.
        Json scores = Json::object();
        for (const GradedExercise& one : exercises) {
            const auto points = value_of(one.line);
            scores[one_line(one.line.exercise)] = points ? Json(*points) : Json(nullptr);
        }
        constexpr int kOneLine = -1;
        text.erase(text.rfind('\n', text.size() - 2) + 1);
        return text + printed({{"scores", scores}}, kOneLine);
    }
    return text;
}

}  // namespace sockgrade::reports
