// From the command line to what grading a class needs.
#pragma once

#include <string>
#include <vector>

#include "batch/grade_part.hh"
#include "batch/store.hh"
#include "cli/settings.hh"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace sockgrade::cli {

// Options that the commands for classes share.
CLI::Option* add_roster(CLI::App& command, std::string& file);
CLI::Option* add_times(CLI::App& command, std::string& file);
CLI::Option* add_overrides(CLI::App& command, std::string& file);
CLI::Option* add_students(CLI::App& command, std::vector<std::string>& students);

// The exercises of the assignment with their specs, and how they are run. UsageError and SpecError for what
// is wrong with any of them.
// `assignment`: its file, or an exercise by name.
batch::Work class_work(const std::string& assignment, const RunningOptions& running);

// Whether what the command line names is an assignment's file, and no exercise.
bool names_assignment(const std::string& name);

// Of everything that decides what programs do and how that is judged: another one is another run. Points, due
// dates and what being late costs are not, for reports alone count with them.
// In two parts with a dash between them: what programs do, and which are taken for the students' programs.
std::string fingerprint_of(const batch::Work& work);

// How the store has the exercises and the rules that reports count with.
std::vector<batch::ExerciseRow> exercise_rows(const batch::Work& work);
batch::RunInfo run_info_of(const batch::Work& work);

// Is the student one of those that were asked for, by key, id or name? Yes when none was.
bool is_wanted(const std::vector<std::string>& students, const std::string& key, const std::string& id,
               const std::string& name);

}  // namespace sockgrade::cli
