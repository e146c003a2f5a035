// sockgrade check EXERCISE PROGRAM [-- ARG...]
#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <functional>
#include <memory>
#include <thread>
#include <utility>

#include "base/error.hh"
#include "base/shell_word.hh"
#include "build/build.hh"
#include "capture/capture.hh"
#include "cli/catalog.hh"
#include "cli/commands/check.hh"
#include "cli/commands/check_parts.hh"
#include "cli/commands/commands.hh"
#include "cli/exercise_folder.hh"
#include "cli/mistyped.hh"
#include "cli/output.hh"
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
std::string command_of(const CheckOptions& options) {
    if (options.is_in_its_folder) return "sockgrade check";
    std::string command = "sockgrade check " + shell_word(options.exercise);
    if (!options.program.empty()) command += " " + shell_word(options.program);
    for (const auto& [role, program] : options.by_role)
        command += fmt::format(" --{} {}", role, shell_word(program));
    if (!options.spec.empty()) command += " --spec " + shell_word(options.spec);
    return command;
}

grading::GradeOptions grade_options(const CheckOptions& options, std::uint64_t seed) {
    grading::GradeOptions grade;
    grade.seed = seed;
    grade.case_id = options.case_id;
    if (!options.only.empty()) grade.only = plan::only_from(options.only);
    grade.shrink = options.shrink;
    grade.first = options.first;
    grade.arguments = options.arguments;
    grade.quiescence = !options.running.no_quiescence;
    grade.real_time = options.running.real_time;
    grade.runs = run_options(options.running);
    grade.reproduce = command_of(options);
    if (options.arguments.has_value()) {
        grade.reproduce_tail = " --";
        for (const std::string& argument : *options.arguments)
            grade.reproduce_tail += " " + shell_word(argument);
    }
    return grade;
}

void print_plans(const model::Spec& spec, const CheckOptions& options, std::uint64_t seed) {
    plan::PlanOptions how;
    how.seed = seed;
    how.case_id = options.case_id;
    if (!options.only.empty()) how.only = plan::only_from(options.only);
    how.arguments = options.arguments;
    how.quiescence = !options.running.no_quiescence;
    how.real_time = options.running.real_time;
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
void save_captures(const CheckOptions& options, const model::Result& result) {
    if (options.case_id.empty()) return save_each(options.capture, ".pcapng", result, capture::to_pcapng);
    for (const model::CaseResult& one : result.cases)
        if (one.shown_transcript < one.transcripts.size())
            return write_file(options.capture, capture::to_pcapng(one.transcripts[one.shown_transcript]));
    throw UsageError(fmt::format("no capture was made in '{}': the case was not run", options.capture));
}

// What the command line says that this exercise does not take.
void check_options(const model::Spec& spec, const CheckOptions& options) {
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

model::Result grade_one(const model::Spec& spec, const CheckOptions& options,
                        const grading::GradeOptions& how) {
    const build::Built built =
        build_program(spec, options.program, [&] { return build_sandbox(options.running); });
    return grading::grade(spec, options.program, built, how);
}

model::Result grade_both(const model::Spec& spec, const CheckOptions& options,
                         const grading::GradeOptions& how) {
    const auto names = pair_names(spec, options.program, options.by_role);
    return grading::grade_pair(spec, build_pair(spec, names, [&] { return build_sandbox(options.running); }),
                               how);
}

// The program, the answers beside it, or both.
model::Result grade_parts(const model::Spec& spec, const CheckOptions& options, std::uint64_t seed) {
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

// In a folder that `sockgrade start` laid out, its file says the exercise, and the program is what lies
// there.
CheckOptions with_exercise(CheckOptions options) {
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

model::Result check_once(const model::Spec& spec, const CheckOptions& options, std::uint64_t seed) {
    model::Result result = grade_parts(spec, options, seed);
    write_all({[&] { write_result(options.output, result); },
               [&] {
                   if (!options.transcripts.empty()) save_transcripts(options.transcripts, result);
               },
               [&] {
                   if (!options.capture.empty()) save_captures(options, result);
               }});
    return result;
}

std::vector<std::string> programs_of(const CheckOptions& options) {
    std::vector<std::string> paths;
    if (!options.program.empty()) paths.push_back(options.program);
    for (const auto& [role, program] : options.by_role) paths.push_back(program);
    return paths;
}

int check_exercise(const CheckOptions& words) {
    const CheckOptions options = with_exercise(words);
    report_options(options.output);  // a format that can't be written is said before anything runs
    const model::Spec spec = load_exercise(options.exercise, options.spec);
    check_options(spec, options);
    // With --watch the same one each time: what is better is better by the program's doing.
    const std::uint64_t seed = options.running.seed.value_or(random_seed());
    if (options.dry_run) {
        print_plans(spec, options, seed);
        return 0;
    }
    system::use_temporary_place();
    if (!options.watch) return model::exit_status(check_once(spec, options, seed));
    return watch(programs_of(options), [&] {
        const model::Result result = check_once(spec, options, seed);
        return options.output.show_hidden ? result : reports::for_student(result);
    });
}

}  // namespace

namespace {

int check(const CheckOptions& options) {
    if (names_assignment(options.exercise)) return check_assignment(options);
    if (!options.only_exercise.empty())
        throw UsageError(
            "--exercise names one of an assignment's: name the exercise alone, or an assignment's file");
    return check_exercise(options);
}

}  // namespace

void add_check(CLI::App& app, CommandLine& line) {
    const auto options = std::make_shared<CheckOptions>();
    CLI::App* const command = app.add_subcommand("check", "grade one program");
    command->add_option("EXERCISE", options->exercise,
                        "an exercise (see `sockgrade list`), or an assignment's YAML file; not needed in a "
                        "folder that `sockgrade start` made");
    command->add_option("PROGRAM", options->program,
                        "a source file, an executable or a folder, or an answers.yaml; of a pair, a folder "
                        "with both; of an assignment, what was handed in");
    command->add_option("--exercise", options->only_exercise, "of an assignment, only this one")
        ->type_name("EXERCISE");
    for (const char* role : {"client", "server", "sender", "receiver"})
        command
            ->add_option_function<std::string>(
                fmt::format("--{}", role),
                [options, role](const std::string& program) { options->by_role[role] = program; },
                "one of the programs of a pair")
            ->type_name("PROGRAM");
    auto* one_case = command->add_option("--case", options->case_id, "only this case");
    command->add_flag("--shrink", options->shrink,
                      "find the smallest part of each failed case that still fails: fewer faults, fewer and "
                      "shorter messages");
    command
        ->add_option("--only", options->only,
                     "these parts of the case alone, as --shrink names them: faults=2,messages.1=4")
        ->needs(one_case);
    command
        ->add_option("--questions", options->questions,
                     "grade the exercise's questions beside the program: auto, where the folder has an "
                     "answers.yaml; always, as not answered where it has none; never")
        ->check(one_of({"auto", "always", "never"}))
        ->capture_default_str();
    auto* first = command->add_flag("--first", options->first,
                                    "end at the first required case that fails; the rest is not run");
    first->excludes(one_case);
    auto* watch = command->add_flag("--watch", options->watch, "check again whenever a file changes");
    command->add_flag("--dry-run", options->dry_run, "print the plan and run nothing")->excludes(watch);
    command->add_option("--transcripts", options->transcripts, "save every case's transcript in this folder");
    command->add_option(
        "--capture", options->capture,
        "save every case as a capture for Wireshark in this folder; with --case, in this file");
    command->footer(
        "Arguments for the program may follow `--`; {host} {port} {message} {file} are filled in.");
    add_spec(*command, options->spec);
    add_running(*command, options->running);
    add_reporting(*command, options->output);
    command->callback([options, &line] {
        line.action = [options, &line] {
            options->arguments = line.arguments;
            return check(*options);
        };
    });
}

}  // namespace sockgrade::cli
