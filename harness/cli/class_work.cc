#include "cli/class_work.hh"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
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
#include "spec/assignment.hh"

namespace sockgrade::cli {

namespace {

namespace fs = std::filesystem;

bool is_yaml(const std::string& name) { return name.ends_with(".yaml") || name.ends_with(".yml"); }

model::Assignment assignment_of(const std::string& name) {
    if (names_assignment(name)) return spec::load_assignment(name);
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

bool names_assignment(const std::string& name) { return is_yaml(name) && spec::is_assignment(name); }

batch::Work class_work(const std::string& name, const RunningOptions& running) {
    const model::Assignment assignment = assignment_of(name);
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
    work.late = assignment.late;
    for (batch::Part& part : work.parts)
        if (!part.asked.due) part.asked.due = assignment.due;
    work.several = assignment.several;
    work.questions = assignment.questions;
    work.ignore_case = assignment.ignore_case;
    work.how.quiescence = !running.no_quiescence;
    work.how.real_time = running.real_time;
    return work;
}

std::string fingerprint_of(const batch::Work& work) {
    Fingerprint all;
    Fingerprint choice;
    all.add(work.name);
    for (const batch::Part& part : work.parts) {
        all.add(part.spec.exercise);
        all.add(part.fingerprint);
        choice.add(part.spec.exercise);
        for (const std::string& pattern : part.asked.program) choice.add(pattern);
        for (const auto& [role, patterns] : part.asked.programs) {
            choice.add(role);
            for (const std::string& pattern : patterns) choice.add(pattern);
        }
    }
    all.add(fmt::format("{}{}{}", static_cast<int>(work.questions), work.how.quiescence, work.how.real_time));
    choice.add(fmt::format("{}{}", static_cast<int>(work.several), work.ignore_case));
    return all.to_string() + "-" + choice.to_string();
}

std::vector<batch::ExerciseRow> exercise_rows(const batch::Work& work) {
    std::vector<batch::ExerciseRow> rows;
    for (const batch::Part& part : work.parts) {
        std::optional<std::int64_t> points;
        if (part.asked.points) points = static_cast<std::int64_t>(*part.asked.points);
        rows.push_back({part.spec.exercise, part.spec.title, points, part.fingerprint});
        rows.back().due = part.asked.due;
        if (!part.spec.is_pair()) continue;
        rows.back().dialling = model::to_string(part.spec.halves.at(0).program.role);
        rows.back().listening = model::to_string(part.spec.halves.at(1).program.role);
    }
    return rows;
}

batch::RunInfo run_info_of(const batch::Work& work) {
    batch::RunInfo info;
    info.assignment = work.name;
    info.title = work.title;
    info.fingerprint = fingerprint_of(work);
    info.seed = work.how.seed;
    info.leaves_out_missing = work.missing == model::Assignment::Missing::leave_out;
    info.late = work.late;
    return info;
}

bool is_wanted(const std::vector<std::string>& students, const std::string& key, const std::string& id,
               const std::string& name) {
    return students.empty() || std::any_of(students.begin(), students.end(), [&](const std::string& one) {
               return one == key || (!one.empty() && one == id) || to_lower(one) == to_lower(name);
           });
}

CLI::Option* add_roster(CLI::App& command, std::string& file) {
    return command.add_option("--roster", file, "the class list, a CSV with id and name");
}

CLI::Option* add_times(CLI::App& command, std::string& file) {
    return command.add_option("--times", file,
                              "when each hand-in came: a CSV with id or name, and submitted");
}

CLI::Option* add_overrides(CLI::App& command, std::string& file) {
    return command.add_option("--overrides", file,
                              "grades corrected by hand: a CSV with student, exercise, points, reason");
}

CLI::Option* add_students(CLI::App& command, std::vector<std::string>& students) {
    return command.add_option("--only", students, "only this student, by id or name; may be repeated")
        ->type_name("STUDENT");
}

}  // namespace sockgrade::cli
