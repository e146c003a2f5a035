#include "reports/feedback.hh"

#include <fmt/format.h>

#include <algorithm>

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
    const model::Result& result = one.result;
    all.verdict =
        all.cases.empty() && all.programs.empty() ? result.verdict : worse_of(all.verdict, result.verdict);
    all.score += result.score;
    all.max_score += result.max_score;
    all.duration_ms += result.duration_ms;
    all.seed = result.seed;
    all.isolation = result.isolation;
    if (!result.program.empty()) all.programs.push_back({result.exercise, result.program});
    for (const std::string& note : with_grade(result, one.line).notes)
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
        notes.push_back(fmt::format("Your instructor has set this grade: {} of {} points. {}", points,
                                    points_text(most_of(line)), one_line(line.corrected->reason)));
    else if (counts_otherwise && !points.empty())
        notes.push_back(fmt::format("This counts {} of {} points.", points, points_text(most_of(line))));
    if (!lateness.empty()) notes.push_back(fmt::format("It was handed in {}.", lateness));
    return notes;
}

model::Result with_grade(model::Result result, const ClassLine& line) {
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
