#include "cli/class_work.hh"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <utility>

#include "base/error.hh"
#include "base/fingerprint.hh"
#include "base/text.hh"
#include "cli/catalog.hh"
#include "cli/output.hh"
#include "cli/settings.hh"
#include "spec/assignment.hh"

namespace sockgrade::cli {

namespace {

namespace fs = std::filesystem;

bool is_yaml(const std::string& name) { return name.ends_with(".yaml") || name.ends_with(".yml"); }

model::Assignment assignment_of(const std::string& name) {
    if (is_yaml(name) && spec::is_assignment(name)) return spec::load_assignment(name);
    model::Assignment assignment;
    assignment.parts.emplace_back();
    assignment.parts.front().exercise = name;
    return assignment;
}

// A spec's file is named as seen from the assignment.
std::string name_of_spec(const model::Assignment& assignment, const std::string& name) {
    if (assignment.file.empty() || !is_yaml(name) || name.starts_with('/')) return name;
    return (fs::path(assignment.file).parent_path() / name).string();
}

[[noreturn]] void fail(const model::Assignment& assignment, const model::AssignmentPart& part,
                       const std::string& message) {
    if (assignment.file.empty()) throw UsageError(message);
    throw SpecError({SpecProblem{assignment.file, part.line, 1, {}, message, {}}});
}

void check_programs(const model::Assignment& assignment, const model::AssignmentPart& part,
                    const model::Spec& spec) {
    std::vector<std::string> roles;
    for (const model::Spec& half : spec.halves) roles.push_back(model::to_string(half.program.role));
    for (const auto& [role, patterns] : part.programs) {
        if (roles.empty())
            fail(assignment, part,
                 fmt::format("{} is about one program: say 'program', not 'programs'", spec.exercise));
        if (std::find(roles.begin(), roles.end(), role) == roles.end())
            fail(assignment, part,
                 fmt::format("{} has no {}; its programs are the {}", spec.exercise, role, list_of(roles)));
    }
    if (!roles.empty() && !part.program.empty())
        fail(assignment, part,
             fmt::format("{} is about two programs: say 'programs' with the {}", spec.exercise,
                         list_of(roles)));
}

std::string fingerprint_of_spec(const model::Spec& spec) {
    Fingerprint fingerprint;
    fingerprint.add(read_file(spec.file));
    for (const model::Spec& half : spec.halves) fingerprint.add(read_file(half.file));
    return fingerprint.to_string();
}

batch::Part part_of(const model::Assignment& assignment, const model::AssignmentPart& asked) {
    batch::Part part;
    part.asked = asked;
    try {
        part.spec = load_exercise(name_of_spec(assignment, asked.exercise));
    } catch (const UsageError& error) {
        fail(assignment, asked, error.what());
    }
    check_programs(assignment, asked, part.spec);
    part.fingerprint = fingerprint_of_spec(part.spec);
    return part;
}

}  // namespace

batch::Work class_work(const Options& options) {
    const model::Assignment assignment = assignment_of(options.exercise);
    batch::Work work;
    std::set<std::string> exercises;
    for (const model::AssignmentPart& asked : assignment.parts) {
        work.parts.push_back(part_of(assignment, asked));
        const std::string& exercise = work.parts.back().spec.exercise;
        if (!exercises.insert(exercise).second)
            fail(assignment, asked, fmt::format("the exercise '{}' is here twice", exercise));
    }
    const model::Spec& first = work.parts.front().spec;
    work.name = assignment.name.empty() ? first.exercise : assignment.name;
    work.title = !assignment.title.empty() ? assignment.title
                 : assignment.name.empty() ? first.title
                                           : assignment.name;
    work.missing = assignment.missing;
    work.several = assignment.several;
    work.ignore_case = assignment.ignore_case;
    work.how.quiescence = !options.no_quiescence;
    work.how.real_time = options.real_time;
    return work;
}

std::string fingerprint_of(const batch::Work& work) {
    Fingerprint all;
    all.add(work.name);
    for (const batch::Part& part : work.parts) {
        all.add(part.spec.exercise);
        all.add(part.fingerprint);
        all.add(part.asked.points ? std::to_string(*part.asked.points) : "");
        for (const std::string& pattern : part.asked.program) all.add(pattern);
        for (const auto& [role, patterns] : part.asked.programs) {
            all.add(role);
            for (const std::string& pattern : patterns) all.add(pattern);
        }
    }
    all.add(fmt::format("{}{}{}{}{}", static_cast<int>(work.missing), static_cast<int>(work.several),
                        work.ignore_case, work.how.quiescence, work.how.real_time));
    return all.to_string();
}

namespace {

using StudentAndExercise = std::pair<std::string, std::string>;

std::map<StudentAndExercise, std::vector<reports::ClassCase>> cases_of(batch::Store& store) {
    std::map<StudentAndExercise, std::vector<reports::ClassCase>> cases;
    for (batch::CaseRow& row : store.cases())
        cases[{row.key, row.exercise}].push_back(
            {std::move(row.id), std::move(row.title), std::move(row.level), std::move(row.verdict),
             std::move(row.cause), std::move(row.diagnosis), std::move(row.summary), row.points,
             row.max_points, row.is_hidden});
    return cases;
}

}  // namespace

reports::ClassSummary class_summary(batch::Store& store) {
    reports::ClassSummary summary;
    const auto info = store.run_info();
    if (!info) return summary;
    summary.title = info->title;
    std::map<std::pair<std::string, std::string>, batch::ResultRow> rows;
    for (batch::ResultRow& row : store.results()) {
        const std::pair<std::string, std::string> place{row.key, row.exercise};
        rows.emplace(place, std::move(row));
    }
    auto cases = cases_of(store);
    for (const batch::StudentRow& student : store.students()) {
        for (const batch::ExerciseRow& exercise : store.exercises()) {
            reports::ClassLine line;
            line.student = student.name.empty() ? student.id : student.name;
            line.id = student.id;
            line.submission = student.key;
            line.late = student.late;
            line.exercise = exercise.exercise;
            line.counts = exercise.points;
            line.seed = info->seed;
            line.outcome = "open";
            const auto found = rows.find({student.key, exercise.exercise});
            if (found != rows.end() && !found->second.to_do) {
                const batch::ResultRow& row = found->second;
                if (info->leaves_out_missing && row.outcome == batch::Outcome::missing) continue;
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
                line.cases = std::move(cases[{student.key, exercise.exercise}]);
            }
            summary.lines.push_back(std::move(line));
        }
    }
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

bool is_wanted(const std::vector<std::string>& students, const std::string& key, const std::string& id,
               const std::string& name) {
    return students.empty() || std::any_of(students.begin(), students.end(), [&](const std::string& one) {
               return one == key || (!one.empty() && one == id) || to_lower(one) == to_lower(name);
           });
}

void write_summaries(const std::string& folder, const reports::ClassSummary& summary) {
    write_file(folder + "/summary.txt", reports::class_text(summary, 80));
    write_file(folder + "/summary.csv", reports::class_csv(summary));
}

int exit_status(const reports::ClassSummary& summary) {
    const auto failed = [](const reports::ClassLine& line) {
        return line.outcome == "missing" || (line.outcome == "graded" && line.verdict == "failed");
    };
    if (std::any_of(summary.lines.begin(), summary.lines.end(), failed)) return 1;
    return std::any_of(summary.lines.begin(), summary.lines.end(), reports::is_open) ? 3 : 0;
}

}  // namespace sockgrade::cli
