#include "cli/commands/check_parts.hh"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/error.hh"
#include "base/text.hh"
#include "cli/catalog.hh"
#include "grading/answers.hh"
#include "questions/judge.hh"

namespace sockgrade::cli {

namespace {

namespace fs = std::filesystem;

// The name of another exercise, whose answers these are.
std::string other_exercise(const model::Spec& spec, const model::AnswerSheet& sheet) {
    if (sheet.exercise.empty() || sheet.exercise == spec.exercise) return {};
    const std::vector<std::string> known = exercise_names();
    const bool is_known = std::find(known.begin(), known.end(), sheet.exercise) != known.end();
    return is_known ? sheet.exercise : std::string{};
}

std::string folder_of(const std::string& program) {
    if (fs::is_directory(program)) return program;
    const fs::path parent = fs::path(program).parent_path();
    return parent.empty() ? "." : parent.string();
}

Parts only_answers(const model::Spec& spec, const CheckOptions& options) {
    grading::need_questions(spec);
    if (options.dry_run)
        throw UsageError(fmt::format("questions are not run; `sockgrade show {}` tells them", spec.exercise));
    const std::vector<std::string> ids = questions::ids_of(spec.questions);
    if (!options.case_id.empty() && std::find(ids.begin(), ids.end(), options.case_id) == ids.end())
        throw UsageError(fmt::format("{} has no question '{}'; its questions are {}", spec.exercise,
                                     options.case_id, list_of(ids)));
    model::AnswerSheet sheet = grading::read_answers_file(options.program, spec);
    if (const std::string other = other_exercise(spec, sheet); !other.empty())
        throw UsageError(fmt::format("{} has the answers to {}; grade it with `sockgrade check {} {}`",
                                     options.program, other, other, options.program));
    return {false, std::move(sheet), {}};
}

// A question by its id, of a program or a folder: its answers lie there.
Parts one_question(const model::Spec& spec, const CheckOptions& options) {
    const auto file = grading::answers_in(folder_of(options.program), spec.exercise);
    if (!file)
        throw UsageError(fmt::format("'{}' is a question, and there is no answers.yaml in {}",
                                     options.case_id, folder_of(options.program)));
    return {false, grading::read_answers_file(*file, spec), {}};
}

Parts whole_hand_in(const model::Spec& spec, const CheckOptions& options) {
    const bool always = options.questions == "always";
    const bool is_folder = fs::is_directory(options.program);
    const auto file = grading::answers_in(folder_of(options.program), spec.exercise);
    const std::string count = count_of(spec.questions.size(), "question");
    Parts parts;
    model::AnswerSheet nothing;
    nothing.file = "answers.yaml";
    if (!is_folder && !always) {
        // In one folder may lie what belongs to several exercises.
        if (file)
            parts.note =
                fmt::format("its {} were not graded, since a program alone was named; name {} for them",
                            count, escape(*file));
        return parts;
    }
    if (!file) {
        if (always)
            parts.answers = std::move(nothing);
        else
            parts.note = fmt::format("its {} were not graded: there is no answers.yaml in the folder", count);
        return parts;
    }
    parts.answers = grading::read_answers_file(*file, spec);
    if (const std::string other = other_exercise(spec, *parts.answers); !other.empty()) {
        parts.note = fmt::format("{} has the answers to {}; those to {} belong into answers-{}.yaml",
                                 parts.answers->file, other, spec.exercise, spec.exercise);
        parts.answers = always ? std::optional(nothing) : std::nullopt;
    } else if (is_folder && grading::has_only_answers(options.program)) {
        // Right answers must not stand for a program that is missing.
        throw UsageError(fmt::format("{}: no program in it; `sockgrade check {} {}` grades the answers alone",
                                     options.program, spec.exercise, *file));
    } else if (!always && grading::is_unanswered(*parts.answers)) {
        // Who begins with the program wants to know about the program.
        parts.note =
            fmt::format("its {} are still to be answered, in {}, and were not graded", count, escape(*file));
        parts.answers.reset();
    }
    return parts;
}

}  // namespace

Parts parts_of(const model::Spec& spec, const CheckOptions& options) {
    if (spec.is_pair() || options.program.empty()) return {};
    if (grading::is_answers_file(options.program)) return only_answers(spec, options);
    if (spec.questions.empty() || options.questions == "never" || options.dry_run) return {};
    if (options.case_id.empty()) return whole_hand_in(spec, options);
    const std::vector<std::string> ids = questions::ids_of(spec.questions);
    if (std::find(ids.begin(), ids.end(), options.case_id) == ids.end()) return {};
    return one_question(spec, options);
}

}  // namespace sockgrade::cli
