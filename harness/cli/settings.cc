#include "cli/settings.hh"
#include "cli/mistyped.hh"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <thread>

#include "base/error.hh"
#include "base/text.hh"
#include "observe/abilities.hh"
#include "run/slowness.hh"
#include "sandbox/abilities.hh"
#include "sandbox/probe.hh"
#include "system/temporary_folder.hh"
#include "system/temporary_place.hh"

namespace sockgrade::cli {

namespace {

void require_observation(sandbox::Level level) {
    const auto means = observe::means_here();
    const system::Trial trial = sandbox::try_in_world(
        level, [means](const sandbox::Become& become) { return observe::try_observing(become, means); });
    if (!trial.works())
        throw std::runtime_error(
            fmt::format("programs can't be observed here ({}); `sockgrade doctor` says what would allow it",
                        trial.complaint));
}

}  // namespace

grading::RunOptions run_options(const RunningOptions& options) {
    system::remove_abandoned_folders();
    grading::RunOptions runs;
    runs.place.level = sandbox::probe_level();
    if (runs.place.level == sandbox::Level::limited)
        runs.place.groups = sandbox::ControlGroups::of_this_process();
    runs.place.slowness = run::slowness();
    if (options.require_isolation && !sandbox::has_own_world(runs.place.level))
        throw UsageError(fmt::format(
            "this machine isolates programs at level {} only, and --require-isolation asks for C or better; "
            "`sockgrade doctor` says what is missing and which command would allow it",
            sandbox::to_string(runs.place.level)));
    require_observation(runs.place.level);
    runs.jobs = options.jobs != 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
    return runs;
}

void use_scratch(const std::string& folder) {
    // Sites that make a folder for each job name it so; elsewhere TMPDIR does, which is looked at anyway.
    const char* const of_the_job = std::getenv("SLURM_TMPDIR");
    if (folder == "job" && (of_the_job == nullptr || *of_the_job == '\0')) {
        system::use_temporary_place();
        return;
    }
    const system::TemporaryPlace place =
        system::try_place(std::filesystem::absolute(folder == "job" ? of_the_job : folder).string());
    if (!place.complaint.empty())
        throw UsageError(
            fmt::format("--scratch {}: {}; name a folder on a local disk that has room, and in which "
                        "programs may be started",
                        place.folder, place.complaint));
    system::use(place);
}

std::optional<sandbox::Bubblewrap> build_sandbox(const RunningOptions& options) {
    auto found = sandbox::find_bubblewrap(system::search_path());
    if (options.require_isolation && !found)
        throw UsageError(
            "no sandbox to build in, which --require-isolation asks for: install bubblewrap (Debian package "
            "bubblewrap), which has to be allowed to make namespaces; `sockgrade doctor` says what would "
            "allow it");
    return found;
}

build::Built build_program(const model::Spec& spec, const std::string& program,
                           const std::function<std::optional<sandbox::Bubblewrap>()>& find_sandbox) {
    build::BuildOptions options;
    options.preferred_names = {model::to_string(spec.program.role)};
    options.find_sandbox = find_sandbox;
    return build::build(program, options);
}

std::pair<std::string, std::string> pair_names(const model::Spec& spec, const std::string& folder,
                                               const std::map<std::string, std::string>& by_role) {
    std::vector<std::string> names;
    std::vector<std::string> roles;
    for (const model::Spec& half : spec.halves) {
        roles.push_back(model::to_string(half.program.role));
        const auto named = by_role.find(roles.back());
        names.push_back(named == by_role.end() ? folder : named->second);
    }
    for (const auto& [role, program] : by_role)
        if (std::find(roles.begin(), roles.end(), role) == roles.end())
            throw UsageError(
                fmt::format("{} has no {}; its programs are the {}", spec.exercise, role, list_of(roles)));
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i].empty())
            throw UsageError(
                fmt::format("the {} is missing: name it with --{} PROGRAM, or name a folder with "
                            "both programs behind the exercise",
                            roles[i], roles[i]));
    return {names.at(0), names.at(1)};
}

grading::PairPrograms build_pair(const model::Spec& spec, const std::pair<std::string, std::string>& names,
                                 const std::function<std::optional<sandbox::Bubblewrap>()>& find_sandbox) {
    return {{names.first, build_program(spec.halves.at(0), names.first, find_sandbox)},
            {names.second, build_program(spec.halves.at(1), names.second, find_sandbox)}};
}

void add_running(CLI::App& command, RunningOptions& options) {
    command.add_option("--seed", options.seed, "what generated messages and faults are drawn from");
    command.add_option("--jobs", options.jobs, "cases at a time (default: one a processor)")
        ->check(number_from(1, 1024));
    command.add_flag("--require-isolation", options.require_isolation,
                     "fail rather than run without namespaces of our own");
    command.add_flag("--no-quiescence", options.no_quiescence, "wait by the clock; slow, for comparison");
    command.add_flag("--real-time", options.real_time,
                     "wait for time-outs, in place of moving the program's clock on; for comparison");
}

void add_scratch(CLI::App& command, std::string& folder) {
    command
        .add_option("--scratch", folder,
                    "work in this folder on a local disk, and copy the results to --out in one piece; job: "
                    "in the one that the cluster has made for this job")
        ->type_name("FOLDER|job");
}

}  // namespace sockgrade::cli
