#include "cli/class_results.hh"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <ctime>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "base/error.hh"
#include "base/text.hh"
#include "batch/lateness.hh"
#include "batch/overrides.hh"
#include "cli/class_work.hh"
#include "cli/mistyped.hh"
#include "cli/output.hh"
#include "diagnoses/sentences.hh"
#include "reports/class_page.hh"

namespace sockgrade::cli {

namespace {

using StudentAndExercise = std::pair<std::string, std::string>;

std::map<StudentAndExercise, std::vector<reports::ClassCase>> cases_of(batch::Store& store) {
    std::map<StudentAndExercise, std::vector<reports::ClassCase>> cases;
    for (batch::CaseRow& row : store.cases()) {
        std::string mistake(diagnoses::sentence_of(row.diagnosis));
        cases[{row.key, row.exercise}].push_back(
            {std::move(row.id), std::move(row.title), std::move(row.level), std::move(row.verdict),
             std::move(row.cause), std::move(row.diagnosis), std::move(row.summary), row.points,
             row.max_points, row.is_hidden, std::move(row.why), std::move(mistake), row.for_a_person});
    }
    return cases;
}

// What a report counts with.
struct Rules {
    std::vector<batch::ExerciseRow> exercises;
    std::optional<model::LateRule> late;
    bool leaves_out_missing = false;
};

Rules rules_of(batch::Store& store, const batch::RunInfo& info, const CountingOptions& options) {
    if (options.assignment.empty()) return {store.exercises(), info.late, info.leaves_out_missing};
    const batch::Work work = class_work(options.assignment, {});
    std::map<std::string, batch::ExerciseRow> named;
    for (batch::ExerciseRow& one : exercise_rows(work)) named.emplace(one.exercise, one);
    Rules rules{store.exercises(), work.late, run_info_of(work).leaves_out_missing};
    for (batch::ExerciseRow& one : rules.exercises) {
        const auto found = named.find(one.exercise);
        if (found == named.end())
            throw UsageError(fmt::format("'{}' has no exercise {}, which '{}' has results of",
                                         options.assignment, one.exercise, store.folder()));
        one.points = found->second.points;
        one.due = found->second.due;
    }
    return rules;
}

// Where corrections are read from; empty: there are none.
std::string overrides_file(const batch::Store& store, const batch::RunInfo& info,
                           const CountingOptions& options) {
    if (!options.overrides.empty()) return options.overrides;
    if (!info.overrides.empty()) {
        if (!std::filesystem::exists(info.overrides))
            throw UsageError(
                fmt::format("the corrected grades of '{}' are gone: '{}' is not there; name "
                            "where they are with --overrides",
                            store.folder(), info.overrides));
        return info.overrides;
    }
    const std::string beside = store.folder() + "/overrides.csv";
    return std::filesystem::exists(beside) ? beside : "";
}

struct Corrections {
    std::map<StudentAndExercise, reports::Correction> of_exercises;
    std::map<StudentAndExercise, std::vector<reports::GivenPoints>> of_cases;
};

Corrections corrections_in(batch::Store& store, const batch::RunInfo& info, const CountingOptions& options) {
    Corrections all;
    const std::string file = overrides_file(store, info, options);
    if (file.empty()) return all;
    for (batch::Override& one :
         batch::read_overrides(read_file(file), file, store.students(), store.exercises())) {
        const StudentAndExercise place{one.key, one.exercise};
        if (one.case_id.empty())
            all.of_exercises[place] = {one.points, std::move(one.reason)};
        else
            all.of_cases[place].push_back(
                {std::move(one.case_id), static_cast<std::int64_t>(one.points), std::move(one.reason)});
    }
    return all;
}

int offset_of_this_machine(std::int64_t moment) {
    const auto time = static_cast<std::time_t>(moment);
    std::tm local{};
    if (::localtime_r(&time, &local) == nullptr) return 0;
    return static_cast<int>(local.tm_gmtoff / 60);
}

void take_lateness(reports::ClassLine& line, const batch::StudentRow& student,
                   const batch::ExerciseRow& exercise, const std::optional<model::LateRule>& rule) {
    line.costs_to_be_late = rule && rule->percent_a_day > 0;
    if (student.handed_in) line.handed_in = to_string(*student.handed_in);
    if (!student.handed_in || !exercise.due) return;
    const batch::Lateness late =
        batch::lateness_of(*exercise.due, *student.handed_in, rule, offset_of_this_machine);
    line.late = late.days > 0;
    line.days_late = late.days;
    line.percent_taken = late.percent;
}

void take_result(reports::ClassLine& line, const batch::ResultRow& row) {
    line.outcome = batch::to_string(row.outcome);
    line.message = row.message;
    line.verdict = row.verdict;
    line.score = row.score;
    line.max_score = row.max_score;
    line.failed = row.failed;
    line.unsure = row.unsure;
    line.attempts = row.attempts;
    line.seed = row.seed;
    line.isolation = row.isolation;
    line.program = row.program;
    line.duration_ms = row.duration_ms;
}

// What an instructor has written over the machine's points, and what is odd about it.
void take_corrections(reports::ClassLine& line, const Corrections& corrections,
                      std::vector<std::string>& notes) {
    const StudentAndExercise place{line.submission, line.exercise};
    const auto of_cases = corrections.of_cases.find(place);
    if (of_cases != corrections.of_cases.end() && line.outcome == "graded")
        for (const reports::GivenPoints& given : of_cases->second)
            if (!reports::take_given(line, given))
                notes.push_back(fmt::format(
                    "{} points for {} in {} of {} were not taken: there is no such case, or it counts less",
                    given.points, quote(given.case_id, 60), line.exercise, quote(line.student, 60)));
    if (line.corrected && line.outcome != "open" && line.corrected->points > reports::most_of(line))
        notes.push_back(fmt::format("{} has {} of {} points in {}: corrected by hand",
                                    quote(line.student, 60), reports::points_text(line.corrected->points),
                                    reports::points_text(reports::most_of(line)), line.exercise));
}

// Never take points for what nobody knows, and say so.
void note_unknown_times(reports::ClassSummary& summary) {
    std::set<std::string> unknown;
    for (const reports::ClassLine& line : summary.lines)
        if (line.costs_to_be_late && line.handed_in.empty() && line.outcome != "missing" &&
            line.outcome != "open")
            unknown.insert(line.submission);
    if (unknown.empty()) return;
    constexpr std::size_t kMostNamed = 5;
    std::vector<std::string> named;
    for (const std::string& one : unknown)
        if (named.size() < kMostNamed) named.push_back(quote(one, 60));
    if (unknown.size() > named.size()) named.push_back(fmt::format("{} more", unknown.size() - named.size()));
    summary.notes.push_back(fmt::format(
        "The times of {} are not known, so nothing is taken for being late: {}. What Canvas and Moodle give "
        "for a download has none: name a table with a line for each, `sockgrade batch --times FILE`.",
        count_of(unknown.size(), "hand-in"), list_of(named)));
}

}  // namespace

reports::ClassSummary class_summary(batch::Store& store, const CountingOptions& options) {
    reports::ClassSummary summary;
    const auto info = store.run_info();
    if (!info) return summary;
    summary.title = info->title;
    const Rules rules = rules_of(store, *info, options);
    const auto corrections = corrections_in(store, *info, options);
    std::map<StudentAndExercise, batch::ResultRow> rows;
    for (batch::ResultRow& row : store.results()) {
        const StudentAndExercise place{row.key, row.exercise};
        rows.emplace(place, std::move(row));
    }
    auto cases = cases_of(store);
    for (const batch::StudentRow& student : store.students()) {
        for (const batch::ExerciseRow& exercise : rules.exercises) {
            reports::ClassLine line;
            line.student = student.name.empty() ? student.id : student.name;
            line.id = student.id;
            line.submission = student.key;
            line.late = student.late;
            line.exercise = exercise.exercise;
            line.counts = exercise.points;
            line.seed = info->seed;
            line.outcome = "open";
            take_lateness(line, student, exercise, rules.late);
            const StudentAndExercise place{student.key, exercise.exercise};
            if (const auto found = corrections.of_exercises.find(place);
                found != corrections.of_exercises.end())
                line.corrected = found->second;
            if (const auto found = rows.find(place); found != rows.end() && !found->second.to_do) {
                if (rules.leaves_out_missing && found->second.outcome == batch::Outcome::missing &&
                    !line.corrected)
                    continue;
                take_result(line, found->second);
                line.cases = std::move(cases[place]);
                take_corrections(line, corrections, summary.notes);
            }
            summary.lines.push_back(std::move(line));
        }
    }
    reports::mark_shared_names(summary);
    note_unknown_times(summary);
    return summary;
}

std::vector<reports::MeetingMatrix> meeting_matrices(batch::Store& store) {
    std::vector<reports::MeetingMatrix> matrices;
    const std::vector<batch::MeetingRow> meetings = store.meetings();
    for (const batch::ExerciseRow& exercise : store.exercises()) {
        reports::MeetingMatrix matrix{
            exercise.exercise, exercise.title, exercise.dialling, exercise.listening, {}, {}, {}};
        std::map<std::string, std::size_t> positions;
        std::set<std::string> present;
        for (const batch::MeetingRow& row : meetings)
            if (row.exercise == exercise.exercise) present.insert({row.dialling, row.listening});
        for (const batch::StudentRow& student : store.students()) {
            if (!present.contains(student.key)) continue;
            positions[student.key] = matrix.rows.size();
            matrix.rows.push_back(student.name.empty() ? student.key : student.name);
        }
        if (matrix.rows.empty()) continue;
        matrix.columns = matrix.rows;
        matrix.cells.assign(matrix.rows.size(), std::vector<reports::MeetingCell>(matrix.rows.size()));
        for (const batch::MeetingRow& row : meetings) {
            const auto dialling = positions.find(row.dialling);
            const auto listening = positions.find(row.listening);
            if (row.exercise == exercise.exercise && dialling != positions.end() &&
                listening != positions.end())
                matrix.cells[dialling->second][listening->second] = {row.verdict, row.blamed, row.summary};
        }
        matrices.push_back(std::move(matrix));
    }
    return matrices;
}

void write_summaries(const std::string& folder, const reports::ClassSummary& summary) {
    write_file(folder + "/summary.txt", reports::class_text(summary, 80));
    write_file(folder + "/summary.csv", reports::class_csv(summary));
}

void write_class_page(const std::string& folder, batch::Store& store, const reports::ClassSummary& summary,
                      bool is_running) {
    reports::ClassPageOptions page;
    page.meetings = meeting_matrices(store);
    page.is_running = is_running;
    write_file(folder + "/class.html", reports::class_page(summary, page));
}

int exit_status(const reports::ClassSummary& summary, Success success) {
    const auto has_none = [](const reports::ClassLine& line) {
        return line.outcome == "open" || line.outcome == "trouble";
    };
    if (success == Success::graded)
        return std::any_of(summary.lines.begin(), summary.lines.end(), has_none) ? 3 : 0;
    const auto failed = [](const reports::ClassLine& line) {
        if (line.corrected && line.outcome != "graded") return false;
        return line.outcome == "missing" || (line.outcome == "graded" && line.verdict == "failed");
    };
    if (std::any_of(summary.lines.begin(), summary.lines.end(), failed)) return 1;
    return std::any_of(summary.lines.begin(), summary.lines.end(), reports::is_open) ? 3 : 0;
}

void add_exit_code(CLI::App& command, Success& success) {
    command
        .add_option_function<std::string>(
            "--exit-code",
            [&success](const std::string& word) {
                success = word == "graded" ? Success::graded : Success::passed;
            },
            "what 0 means: passed, by everybody; graded, everybody has a result, whatever it is")
        ->check(one_of({"passed", "graded"}))
        ->default_str("passed");
}

}  // namespace sockgrade::cli
