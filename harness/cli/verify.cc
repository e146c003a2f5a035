// sockgrade verify [EXERCISE...]
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <variant>

#include "base/error.hh"
#include "base/text.hh"
#include "cli/catalog.hh"
#include "cli/commands.hh"
#include "cli/output.hh"
#include "cli/settings.hh"
#include "cli/shard.hh"
#include "grading/answer_proof.hh"
#include "grading/proof.hh"
#include "grading/side_by_side.hh"

namespace sockgrade::cli {

namespace {

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

// " (crashed: bind_not_called)", or nothing.
std::string why_of(const model::CaseResult& one) {
    if (!one.cause.has_value()) return "";
    return fmt::format(" ({}{})", model::to_string(*one.cause),
                       one.diagnoses.empty() ? "" : ": " + one.diagnoses.front().id);
}

// Each case with its verdict, and the cause and the likeliest diagnosis where it has one: what must be the
// same at every run.
std::string verdicts_of(const model::Result& result) {
    std::vector<std::string> words;
    words.reserve(result.cases.size());
    for (const model::CaseResult& one : result.cases)
        words.push_back(fmt::format("{} {}{}{}", one.id, model::to_string(one.verdict), why_of(one),
                                    one.blamed.empty() ? "" : " by " + one.blamed));
    return fmt::format("{}", fmt::join(words, ", "));
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
std::string verify_one(const Task& task, const Options& options, grading::RunOptions runs,
                       const std::optional<sandbox::Bubblewrap>& sandbox) {
    if (const auto* answers = std::get_if<grading::AnswerProof>(&task.proof)) {
        const model::Result result = grading::grade_proof(*task.spec, *answers);
        return verdicts_of(result) + "\n" + grading::disagreement(*answers, result);
    }
    const auto& program = std::get<grading::ProofProgram>(task.proof);
    grading::GradeOptions grade;
    grade.seed = options.seed.value_or(1);
    grade.quiescence = !options.no_quiescence;
    grade.real_time = options.real_time;
    grade.runs = runs;
    grade.runs.jobs = 1;
    const std::string& path = program.path;
    const auto find_sandbox = [&] { return sandbox; };
    const model::Result result =
        task.spec->is_pair()
            ? grading::grade_pair(*task.spec, build_pair(*task.spec, {path, path}, find_sandbox), grade)
            : grading::grade(*task.spec, path, build_program(*task.spec, path, find_sandbox), grade);
    return verdicts_of(result) + "\n" + grading::disagreement(program, result);
}

}  // namespace

int verify(const Options& options) {
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

    grading::RunOptions runs = run_options(options);
    if (options.no_quiescence && options.jobs == 0) runs.jobs *= kWaitersForEachProcessor;
    const auto sandbox = build_sandbox(options);
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

}  // namespace sockgrade::cli
