// sockgrade verify [EXERCISE...]
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <variant>

#include "base/error.hh"
#include "base/text.hh"
#include "cli/catalog.hh"
#include "cli/commands/commands.hh"
#include "cli/mistyped.hh"
#include "cli/output.hh"
#include "cli/settings.hh"
#include "cli/shard.hh"
#include "grading/answer_proof.hh"
#include "grading/proof.hh"
#include "grading/seeds.hh"
#include "grading/side_by_side.hh"
#include "system/temporary_place.hh"

namespace sockgrade::cli {

namespace {

struct VerifyOptions {
    std::vector<std::string> exercises;  // none: all
    bool verbose = false;
    std::string shard;      // k/n: the k-th of n parts of the programs
    std::size_t seeds = 1;  // so many, one after another
    RunningOptions running;
};

// Without quiescence nearly all the time is spent in silence: so many programs at a time keep a processor
// busy, and leave room for those that have something to do.
constexpr std::size_t kWaitersForEachProcessor = 48;

struct Task {
    const model::Spec* spec;
    std::variant<grading::ProofProgram, grading::AnswerProof> proof;
};

const char* name_of(grading::ProofProgram::Kind kind) {
    switch (kind) {
        case grading::ProofProgram::Kind::accepted:
            return "accepted";
        case grading::ProofProgram::Kind::forgiven:
            return "forgiven";
        case grading::ProofProgram::Kind::rejected:
            return "rejected";
    }
    return "";
}

std::string name_of(const Task& task) {
    const auto file = [](const std::string& path) { return std::filesystem::path(path).filename().string(); };
    if (const auto* answers = std::get_if<grading::AnswerProof>(&task.proof))
        return fmt::format("{} answers/{}/{}", task.spec->exercise,
                           answers->is_accepted ? "accepted" : "rejected", file(answers->path));
    const auto& program = std::get<grading::ProofProgram>(task.proof);
    return fmt::format("{} {}/{}", task.spec->exercise, name_of(program.kind), file(program.path));
}

// A line with its verdicts, then what is wrong with them.
std::string outcome_of(const std::vector<grading::SeedRun>& runs) {
    return fmt::format("{}\n{}", fmt::join(runs.front().verdicts, ", "), grading::disagreement(runs));
}

std::string verify_answers(const Task& task, const grading::AnswerProof& answers) {
    const model::Result result = grading::grade_proof(*task.spec, answers);
    return outcome_of({{1, grading::verdicts_of(result), grading::disagreement(answers, result)}});
}

// Built once, graded with each seed.
std::string verify_program(const Task& task, const grading::ProofProgram& program,
                           const VerifyOptions& options, grading::RunOptions runs,
                           const std::optional<sandbox::Bubblewrap>& sandbox) {
    const std::string& path = program.path;
    const auto find_sandbox = [&] { return sandbox; };
    std::function<model::Result(const grading::GradeOptions&)> grade;
    if (task.spec->is_pair())
        grade = [&, pair = build_pair(*task.spec, {path, path}, find_sandbox)](const auto& how) {
            return grading::grade_pair(*task.spec, pair, how);
        };
    else
        grade = [&, built = build_program(*task.spec, path, find_sandbox)](const auto& how) {
            return grading::grade(*task.spec, path, built, how);
        };
    grading::GradeOptions how;
    how.quiescence = !options.running.no_quiescence;
    how.real_time = options.running.real_time;
    how.runs = std::move(runs);
    how.runs.jobs = 1;
    std::vector<grading::SeedRun> outcomes;
    for (std::uint64_t i = 0; i < options.seeds; ++i) {
        how.seed = options.running.seed.value_or(1) + i;
        const model::Result result = grade(how);
        outcomes.push_back({how.seed, grading::verdicts_of(result), grading::disagreement(program, result)});
    }
    return outcome_of(outcomes);
}

std::string verify_one(const Task& task, const VerifyOptions& options, const grading::RunOptions& runs,
                       const std::optional<sandbox::Bubblewrap>& sandbox) {
    if (const auto* answers = std::get_if<grading::AnswerProof>(&task.proof))
        return verify_answers(task, *answers);
    return verify_program(task, std::get<grading::ProofProgram>(task.proof), options, runs, sandbox);
}

int verify(const VerifyOptions& options) {
    const Shard shard = shard_of(options.shard);
    const std::vector<std::string> names = options.exercises.empty() ? exercise_names() : options.exercises;
    std::vector<model::Spec> specs;
    for (const std::string& name : names) specs.push_back(load_exercise(name));
    std::vector<Task> tasks;
    std::size_t position = 0;
    const auto add = [&](Task task) {
        if (shard.has(position++)) tasks.push_back(std::move(task));
    };
    for (const model::Spec& spec : specs) {
        const auto explained =
            is_shipped(spec) ? grading::Explained::always : grading::Explained::where_named;
        for (grading::ProofProgram& program : grading::proof_programs(spec, explained))
            add({&spec, std::move(program)});
        for (grading::AnswerProof& answers : grading::answer_proofs(spec)) add({&spec, std::move(answers)});
    }

    system::use_temporary_place();
    grading::RunOptions runs = run_options(options.running);
    if (options.running.no_quiescence && options.running.jobs == 0) runs.jobs *= kWaitersForEachProcessor;
    const auto sandbox = build_sandbox(options.running);
    std::size_t wrong = 0;
    // Without a world for each, programs with the same port written in would fight for it.
    grading::SideBySide how;
    how.jobs = sandbox::has_own_world(runs.place.level) ? runs.jobs : 1;
    how.done = [&](std::size_t i, const std::string& outcome) {
        const Task& task = tasks[i];
        const std::size_t line_end = outcome.find('\n');
        const std::string verdicts = outcome.substr(0, line_end == std::string::npos ? 0 : line_end);
        const std::string disagreement =
            line_end == std::string::npos ? outcome : outcome.substr(line_end + 1);
        const std::string name = name_of(task);
        if (!disagreement.empty()) ++wrong;
        if (!disagreement.empty())
            print(fmt::format("WRONG  {}: {}\n", name, escape(disagreement)));
        else if (options.verbose)
            print(fmt::format("ok     {}: {}\n", name, verdicts));
    };
    grading::side_by_side(tasks.size(), how, [&](std::size_t i, const grading::Tell&) {
        try {
            return verify_one(tasks[i], options, runs, sandbox);
        } catch (const std::exception& error) {  // also when it is interrupted: its process ends with this
            return "\n" + std::string(error.what());
        }
    });
    print(fmt::format("{} passed, {} failed\n", tasks.size() - wrong, wrong));
    return wrong == 0 ? 0 : 1;
}

}  // namespace

void add_verify(CLI::App& app, CommandLine& line) {
    const auto options = std::make_shared<VerifyOptions>();
    CLI::App* const command = app.add_subcommand("verify", "do specs accept and reject what they must?");
    command->add_option("EXERCISE", options->exercises, "default: all exercises");
    command->add_flag("-v,--verbose", options->verbose, "a line for each program");
    command->add_option("--shard", options->shard, "of n parts of the programs, the k-th")->type_name("K/N");
    add_running(*command, options->running);
    command
        ->add_option("--seeds", options->seeds,
                     "so many seeds, from --seed on: which of them differ from which?")
        ->check(number_from(1, 1000));
    command->callback([options, &line] { line.action = [options] { return verify(*options); }; });
}

}  // namespace sockgrade::cli
