// sockgrade check EXERCISE PROGRAM [-- ARG...]
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <thread>
#include <utility>

#include "base/error.hh"
#include "base/shell_word.hh"
#include "build/build.hh"
#include "capture/capture.hh"
#include "cli/catalog.hh"
#include "cli/commands.hh"
#include "cli/exercise_folder.hh"
#include "cli/output.hh"
#include "cli/questions.hh"
#include "cli/seed.hh"
#include "cli/settings.hh"
#include "cli/sign_of_life.hh"
#include "cli/watch.hh"
#include "grading/answers.hh"
#include "grading/grade.hh"
#include "grading/pair.hh"
#include "plan/pair.hh"
#include "plan/plan.hh"
#include "plan/print.hh"
#include "record/transcript_json.hh"
#include "reports/catalog.hh"
#include "reports/for_student.hh"
#include "system/temporary_place.hh"

namespace sockgrade::cli {

namespace {

// Without what stands for one case or one run.
std::string command_of(const Options& options) {
    if (options.is_in_its_folder) return "sockgrade check";
    std::string command = "sockgrade check " + shell_word(options.exercise);
    if (!options.program.empty()) command += " " + shell_word(options.program);
    for (const auto& [role, program] : options.by_role)
        command += fmt::format(" --{} {}", role, shell_word(program));
    if (!options.spec.empty()) command += " --spec " + shell_word(options.spec);
    return command;
}

grading::GradeOptions grade_options(const Options& options, std::uint64_t seed) {
    grading::GradeOptions grade;
    grade.seed = seed;
    grade.case_id = options.case_id;
    if (!options.only.empty()) grade.only = plan::only_from(options.only);
    grade.shrink = options.shrink;
    grade.first = options.first;
    grade.arguments = options.arguments;
    grade.quiescence = !options.no_quiescence;
    grade.real_time = options.real_time;
    grade.runs = run_options(options);
    grade.reproduce = command_of(options);
    if (options.arguments.has_value()) {
        grade.reproduce_tail = " --";
        for (const std::string& argument : *options.arguments)
            grade.reproduce_tail += " " + shell_word(argument);
    }
    return grade;
}

void print_plans(const model::Spec& spec, const Options& options, std::uint64_t seed) {
    plan::PlanOptions how;
    how.seed = seed;
    how.case_id = options.case_id;
    if (!options.only.empty()) how.only = plan::only_from(options.only);
    how.arguments = options.arguments;
    how.quiescence = !options.no_quiescence;
    how.real_time = options.real_time;
    how.read_file = [](const std::string& path) { return read_file(path); };
    std::string text;
    if (spec.is_pair())
        for (const model::PairPlan& pair : plan::plan_pairs(spec, how))
            text += plan::to_text(pair.dialling) + "\n" + plan::to_text(pair.listening) + "\n";
    else
        for (const model::Plan& plan : plan::plan_cases(spec, how)) text += plan::to_text(plan) + "\n";
    print(text);
}

// One file a transcript, named after its case; the smallest story's beside it.
void save_each(const std::string& folder, std::string_view ending, const model::Result& result,
               const std::function<std::string(const model::Transcript&)>& content) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) throw UsageError(fmt::format("can't make the folder '{}': {}", folder, error.message()));
    const auto save = [&](const model::Transcript& transcript, std::string_view which) {
        std::string name = model::full_id(transcript.plan);
        std::replace(name.begin(), name.end(), '/', '.');
        write_file(fmt::format("{}/{}{}{}", folder, name, which, ending), content(transcript));
    };
    for (const model::CaseResult& one : result.cases) {
        for (const model::Transcript& transcript : one.transcripts) save(transcript, "");
        for (const model::SmallestStory& story : one.smallest)
            for (const model::Transcript& transcript : story.run.transcripts)
                save(transcript, story.repeats ? ".smallest" : ".otherwise");
    }
}

void save_transcripts(const std::string& folder, const model::Result& result) {
    save_each(folder, ".json", result,
              [](const model::Transcript& one) { return record::transcript_to_json(one) + "\n"; });
}

// Of one case, the run that the report is about; of all, every run.
void save_captures(const Options& options, const model::Result& result) {
    if (options.case_id.empty()) return save_each(options.capture, ".pcapng", result, capture::to_pcapng);
    for (const model::CaseResult& one : result.cases)
        if (one.shown_transcript < one.transcripts.size())
            return write_file(options.capture, capture::to_pcapng(one.transcripts[one.shown_transcript]));
    throw UsageError(fmt::format("no capture was made in '{}': the case was not run", options.capture));
}

// What the command line says that this exercise does not take.
void check_options(const model::Spec& spec, const Options& options) {
    if (!spec.is_pair()) {
        if (!options.by_role.empty())
            throw UsageError(
                fmt::format("--{} is for pairs, and {} is about one program: name it behind the "
                            "exercise",
                            options.by_role.begin()->first, spec.exercise));
        if (options.program.empty() && !options.dry_run) throw UsageError("PROGRAM is required");
        return;
    }
    if (options.shrink || !options.only.empty())
        throw UsageError("--shrink and --only look at one program; check the two of a pair each by itself");
    if (options.arguments.has_value())
        throw UsageError("a pair has two programs, so no arguments can follow `--`");
}

model::Result grade_one(const model::Spec& spec, const Options& options, const grading::GradeOptions& how) {
    const build::Built built = build_program(spec, options.program, [&] { return build_sandbox(options); });
    return grading::grade(spec, options.program, built, how);
}

model::Result grade_both(const model::Spec& spec, const Options& options, const grading::GradeOptions& how) {
    const auto names = pair_names(spec, options);
    return grading::grade_pair(spec, build_pair(spec, names, [&] { return build_sandbox(options); }), how);
}

// The program, the answers beside it, or both.
model::Result grade_parts(const model::Spec& spec, const Options& options, std::uint64_t seed) {
    SignOfLife sign(columns_of_stderr(), options.case_id.empty() ? spec.cases.size() : 1);
    sign.say("building ...");
    Parts parts = parts_of(spec, options);
    model::Result result;
    if (parts.program) {
        // Before anything of the student's is built: the machine may not allow what is asked for.
        grading::GradeOptions how = grade_options(options, seed);
        how.runs.begins = [&](const std::string& case_id) { sign.begins(case_id); };
        result = spec.is_pair() ? grade_both(spec, options, how) : grade_one(spec, options, how);
        if (parts.answers)
            grading::add_questions(result, spec, *parts.answers, options.case_id, command_of(options));
    } else {
        result = grading::grade_answers(spec, options.program, *parts.answers, options.case_id,
                                        command_of(options));
    }
    if (!parts.note.empty()) result.notes.push_back(std::move(parts.note));
    return result;
}

}  // namespace

namespace {

// In a folder that `sockgrade start` laid out, its file says the exercise, and the program is what lies
// there.
Options with_exercise(Options options) {
    if (!options.spec.empty() && !options.exercise.empty()) return options;
    const std::vector<std::string> known = exercise_names();
    const auto is_known = [&](const std::string& name) {
        return std::find(known.begin(), known.end(), name) != known.end();
    };
    const std::string& name = options.exercise;
    const bool is_spec = name.ends_with(".yaml") && !grading::is_answers_file(name);
    const bool is_program = !name.empty() && !is_known(name) && !is_spec && std::filesystem::exists(name);
    if (is_program && is_known(options.program))
        throw UsageError(fmt::format("the exercise comes first: `sockgrade check {} {}`",
                                     shell_word(options.program), shell_word(name)));
    const bool is_alone = is_program && options.program.empty();
    if (!name.empty() && !is_alone) return options;
    const auto exercise = options.spec.empty() ? exercise_of(".") : std::nullopt;
    if (is_alone) {
        if (exercise) options.program = std::exchange(options.exercise, *exercise);
        return options;
    }
    if (!exercise)
        throw UsageError(
            "EXERCISE is required, since this folder has no file that says which it is; `sockgrade start "
            "EXERCISE` makes a folder that has one");
    options.exercise = *exercise;
    options.program = ".";
    options.is_in_its_folder = true;
    return options;
}

model::Result check_once(const model::Spec& spec, const Options& options, std::uint64_t seed) {
    model::Result result = grade_parts(spec, options, seed);
    write_all({[&] { write_result(options, result); },
               [&] {
                   if (!options.transcripts.empty()) save_transcripts(options.transcripts, result);
               },
               [&] {
                   if (!options.capture.empty()) save_captures(options, result);
               }});
    return result;
}

std::vector<std::string> programs_of(const Options& options) {
    std::vector<std::string> paths;
    if (!options.program.empty()) paths.push_back(options.program);
    for (const auto& [role, program] : options.by_role) paths.push_back(program);
    return paths;
}

}  // namespace

int check(const Options& words) {
    const Options options = with_exercise(words);
    report_options(options);  // a format that can't be written is said before anything runs
    const model::Spec spec = load_exercise(options.exercise, options.spec);
    check_options(spec, options);
    // With --watch the same one each time: what is better is better by the program's doing.
    const std::uint64_t seed = options.seed.value_or(random_seed());
    if (options.dry_run) {
        print_plans(spec, options, seed);
        return 0;
    }
    system::use_temporary_place();
    if (!options.watch) return model::exit_status(check_once(spec, options, seed));
    return watch(programs_of(options), [&] {
        const model::Result result = check_once(spec, options, seed);
        return options.show_hidden ? result : reports::for_student(result);
    });
}

}  // namespace sockgrade::cli
