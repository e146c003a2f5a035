// sockgrade cluster SYSTEM ASSIGNMENT SUBMISSIONS --parts N --out FOLDER
#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "base/error.hh"
#include "base/shell_word.hh"
#include "base/text.hh"
#include "batch/results_folder.hh"
#include "batch/store.hh"
#include "cli/class_parts.hh"
#include "cli/class_work.hh"
#include "cli/commands/commands.hh"
#include "cli/mistyped.hh"
#include "cli/output.hh"
#include "cli/seed.hh"
#include "cli/shard.hh"
#include "cluster/plan.hh"
#include "system/command.hh"
#include "system/find_program.hh"
#include "system/interruption.hh"
#include "system/system_error.hh"

namespace sockgrade::cli {

namespace {

struct ClusterOptions {
    std::string system;      // slurm, ...
    std::string assignment;  // or an exercise
    std::string submissions;
    std::size_t parts = 0;
    std::string out;
    bool submit = false;
    std::optional<std::uint64_t> seed;
    std::string roster;
    std::string times;
    std::string overrides;
    std::size_t cpus = 0;              // of each part; 0: as the system gives them
    std::string scratch;               // a folder on a local disk, "job" or "none"
    std::vector<std::string> headers;  // options of the system's own, each a line in the job's head
};

namespace fs = std::filesystem;

std::string absolute(const std::string& path) {
    if (path.empty()) return path;
    std::string whole = fs::absolute(path).lexically_normal().string();
    while (whole.size() > 1 && whole.ends_with('/')) whole.pop_back();
    return whole;
}

bool is_file_name(const std::string& name) { return name.ends_with(".yaml") || name.ends_with(".yml"); }

cluster::Plan plan_of(const ClusterOptions& options, const std::string& name) {
    cluster::Plan plan;
    plan.program = fs::read_symlink("/proc/self/exe").string();
    plan.name = name;
    plan.assignment = is_file_name(options.assignment) ? absolute(options.assignment) : options.assignment;
    plan.submissions = absolute(options.submissions);
    plan.out = absolute(options.out);
    plan.roster = absolute(options.roster);
    plan.times = absolute(options.times);
    plan.overrides = absolute(options.overrides);
    plan.parts = options.parts;
    plan.scratch = options.scratch.empty() ? "job" : options.scratch;
    if (plan.scratch == "none")
        plan.scratch.clear();
    else if (plan.scratch != "job")
        plan.scratch = absolute(plan.scratch);
    plan.cpus = options.cpus;
    plan.headers = options.headers;
    return plan;
}

// The seed of the first time, and everything else as it was then: parts of two kinds would stand side by
// side.
void take_seed(cluster::Plan& plan, const ClusterOptions& options) {
    const std::string file = plan.out + "/class.txt";
    if (!fs::exists(file)) {
        if (fs::exists(plan.out) && !fs::is_empty(plan.out))
            throw UsageError(fmt::format(
                "'{}' is there and is no class on a cluster; name a folder that is new", options.out));
        plan.seed = options.seed.value_or(random_seed());
        return;
    }
    const std::string before = read_file(file);
    plan.seed = options.seed.value_or(cluster::seed_in(before));
    if (before == cluster::describe(plan)) return;
    std::istringstream old_lines(before);
    std::istringstream new_lines(cluster::describe(plan));
    std::string was;
    std::string is;
    while (std::getline(old_lines, was) && std::getline(new_lines, is) && was == is) {
    }
    throw UsageError(fmt::format("'{}' was begun with another command: {} then, {} now; name another folder",
                                 options.out, quote(was, 200), quote(is, 200)));
}

struct Progress {
    std::vector<std::size_t> done;
    std::vector<std::size_t> to_do;
    std::vector<std::size_t> running;  // something writes to them at this moment
};

Progress progress_of(const cluster::Plan& plan) {
    Progress progress;
    for (std::size_t part = 1; part <= plan.parts; ++part) {
        const std::string folder = cluster::part_folder(plan, part);
        if (batch::is_being_written(folder)) {
            progress.running.push_back(part);
        } else if (fs::exists(folder + "/" + batch::kDatabaseName)) {
            batch::Store store = batch::Store::read(folder);
            (state_of(store).is_whole() ? progress.done : progress.to_do).push_back(part);
        } else {
            progress.to_do.push_back(part);
        }
    }
    return progress;
}

// What Slurm has in its queue of the jobs that were sent from here: "12_3" for a task, "13" for a merge.
std::vector<std::string> jobs_in_queue(const std::set<std::string>& sent) {
    system::CommandOptions command;
    command.argv = {"squeue", "--noheader", "--array", "--me", "--format=%i"};
    command.environment = {"PATH=" + system::search_path()};
    if (const char* settings = std::getenv("SLURM_CONF"))
        command.environment.push_back(std::string("SLURM_CONF=") + settings);
    const system::CommandResult result = system::run_command(command);
    if (!result.succeeded())
        throw UsageError(fmt::format("can't ask Slurm what is in its queue: {}", quote(result.output, 300)));
    std::vector<std::string> jobs;
    std::istringstream lines(result.output);
    for (std::string job; lines >> job;)
        if (sent.contains(job.substr(0, job.find('_')))) jobs.push_back(job);
    return jobs;
}

// Tasks that are under way, or wait for a machine, are not sent again; the new merge waits for them too.
void leave_out_what_is_sent(cluster::Plan& plan) {
    const std::string file = cluster::scripts_of(plan) + "/jobs";
    if (!fs::exists(file)) return;
    std::set<std::string> arrays;
    std::set<std::string> sent;
    std::istringstream lines(read_file(file));
    for (std::string kind, job; lines >> kind >> job; sent.insert(job))
        if (kind == "array") arrays.insert(job);
    for (const std::string& job : jobs_in_queue(sent)) {
        const std::size_t line = job.find('_');
        if (!arrays.contains(job.substr(0, line))) {
            plan.merges.push_back(job);
            continue;
        }
        plan.under_way.push_back(job);
        if (line != std::string::npos)
            std::erase(plan.to_do, std::strtoul(job.c_str() + line + 1, nullptr, 10));
    }
}

void write_scripts(const cluster::Plan& plan, const cluster::System& system) {
    for (const std::string& folder : {cluster::scripts_of(plan), plan.out + "/parts", plan.out + "/logs"}) {
        std::error_code error;
        fs::create_directories(folder, error);
        if (error) throw UsageError(fmt::format("can't make the folder '{}': {}", folder, error.message()));
    }
    write_file(plan.out + "/class.txt", cluster::describe(plan));
    std::vector<cluster::Script> scripts = cluster::common_scripts(plan);
    for (cluster::Script& one : system.scripts(plan)) scripts.push_back(std::move(one));
    for (const cluster::Script& one : scripts) {
        const std::string file = cluster::scripts_of(plan) + "/" + one.name;
        write_file(file, one.text);
        fs::permissions(file, fs::perms::owner_exec | fs::perms::group_exec, fs::perm_options::add);
    }
}

// In our place: what it says, its exit status and Ctrl-C are its own.
[[noreturn]] void become(const std::string& script) {
    system::end_on_interruption();
    std::signal(SIGPIPE, SIG_DFL);
    ::execl("/bin/sh", "sh", script.c_str(), nullptr);
    throw system::SystemError("start " + script, errno);
}

int grade_on_cluster(const ClusterOptions& options) {
    const cluster::System& system = *cluster::system_named(options.system);
    cluster::Plan plan = plan_of(options, class_work(options.assignment, {}).name);
    if (!fs::exists(plan.submissions))
        throw UsageError(fmt::format("'{}': there is no such folder with hand-ins", options.submissions));
    if (!fs::is_directory(plan.submissions))
        throw UsageError(
            fmt::format("'{}' is an archive, which each part would unpack for itself: unpack it first",
                        options.submissions));
    take_seed(plan, options);
    if (fs::exists(cluster::results_folder(plan) + "/" + batch::kDatabaseName)) {
        print(fmt::format("everybody is graded: sockgrade report {}\n",
                          shell_word((fs::path(options.out) / "results").lexically_normal().string())));
        return 0;
    }
    const Progress progress = progress_of(plan);
    plan.to_do = progress.to_do;
    if (system.name == "slurm") leave_out_what_is_sent(plan);
    write_scripts(plan, system);
    const std::string start = cluster::scripts_of(plan) + "/" + std::string(system.start);
    std::string said = fmt::format("{} of {} graded", progress.done.size(), count_of(plan.parts, "part"));
    if (!progress.running.empty()) said += fmt::format(", {} being graded", progress.running.size());
    said += fmt::format(", {} to do, seed {}\n", plan.to_do.size(), plan.seed);
    if (!options.submit) {
        print(said + fmt::format("written; --submit sends it, and so does: sh {}\n", shell_word(start)));
        return 0;
    }
    print(said);
    if (plan.to_do.empty() && !(progress.running.empty() && plan.under_way.empty())) {
        // Their merge is waiting already.
        if (!plan.merges.empty() || system.name != "slurm") return 0;
    }
    become(start);
}

}  // namespace

void add_cluster(CLI::App& app, CommandLine& line) {
    const auto options = std::make_shared<ClusterOptions>();
    CLI::App* const command = app.add_subcommand(
        "cluster", "grade a class on many machines: writes the jobs, and sends what is not graded yet");
    command->add_option("SYSTEM", options->system, "slurm, gridengine, parallel or make")
        ->required()
        ->check(one_of(cluster::system_names()));
    command->add_option("ASSIGNMENT", options->assignment, "an exercise, or an assignment's YAML file")
        ->required();
    command->add_option("SUBMISSIONS", options->submissions, "the hand-ins, as for `sockgrade batch`")
        ->required();
    command->add_option("--parts", options->parts, "how many parts the class is cut into")
        ->required()
        ->check(number_from(1, kMostShards));
    command
        ->add_option("--out", options->out,
                     "a folder that all machines have: for the jobs, the parts and the results")
        ->required();
    command->add_flag("--submit", options->submit, "send them, or start them");
    command->add_option("--seed", options->seed, "what generated messages and faults are drawn from");
    add_roster(*command, options->roster);
    add_times(*command, options->times);
    add_overrides(*command, options->overrides);
    command
        ->add_option("--cpus", options->cpus, "processors for each part (default: as the system gives them)")
        ->check(number_from(1, 1024));
    command
        ->add_option(
            "--scratch", options->scratch,
            "where each part works: a folder on a local disk of each machine; job: the one that the cluster "
            "makes for each job (default); none: in --out itself")
        ->type_name("FOLDER|job|none");
    command
        ->add_option("--option", options->headers,
                     "one of the system's own, such as --option=--time=2:00:00; may be repeated")
        ->type_name("OPTION");
    command->callback([options, &line] { line.action = [options] { return grade_on_cluster(*options); }; });
}

}  // namespace sockgrade::cli
