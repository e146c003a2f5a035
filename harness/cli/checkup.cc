#include "cli/checkup.hh"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "base/text.hh"
#include "build/interpreter.hh"
#include "build/tools_here.hh"
#include "build/workshop.hh"
#include "observe/abilities.hh"
#include "sandbox/abilities.hh"
#include "sandbox/bubblewrap.hh"
#include "sandbox/landlock.hh"
#include "sandbox/meaning.hh"
#include "sandbox/probe.hh"
#include "sandbox/remedy.hh"
#include "system/find_program.hh"
#include "system/memory_image.hh"
#include "system/temporary_place.hh"
#include "timing/abilities.hh"

namespace sockgrade::cli {

namespace {

using model::Ability;
using sandbox::Level;
using sandbox::Need;
using sandbox::Remedy;
using system::Trial;

// What each level adds to the one below, for whoever has it and for whoever lacks it.
struct Step {
    Level level;
    const char* has;
    const char* lacks;
    Need need;
};
constexpr const char* kSharing =
    "Programs share this machine's network and files, and cases run one after another.";
constexpr Step kSteps[] = {
    {Level::limited, "as B, and control groups limit memory", "Memory is watched, not limited.",
     Need::control_groups},
    {Level::namespaces, "each case has a network, files and processes of its own", kSharing,
     Need::namespaces},
    {Level::privileged, "as B, but root has to make them", kSharing, Need::namespaces},
    {Level::own_user, "programs run as a user that nobody else is",
     "Programs run as you, and can do to your processes what you can.", Need::namespaces},
};

class Checkup {
  public:
    model::Checkup take() && {
        if (place_.place.can_write) system::use(place_.place);
        look_at_levels();
        look_at_isolation();
        look_at_observation();
        look_at_building();
        look_at_languages();
        result_.isolation = sandbox::to_string(level_);
        result_.meaning = sandbox::meaning_of(level_, gaps_);
        result_.not_contained = sandbox::not_contained(level_, refusals_, gaps_);
        return std::move(result_);
    }

  private:
    std::vector<Ability>& group(const char* title) {
        result_.groups.push_back({title, {}});
        return result_.groups.back().abilities;
    }

    static Ability ability(const char* name, const Trial& trial, const char* detail, const std::string& lost,
                           const Remedy& remedy) {
        if (trial.works()) return {name, true, detail, "", "", ""};
        if (lost.empty()) return {name, false, trial.complaint, "", "", ""};
        return {name, false, trial.complaint, lost, remedy.words, remedy.command};
    }

    Ability ability(const char* name, const Trial& trial, const char* detail, const std::string& lost,
                    Need need) const {
        return ability(name, trial, detail, lost, sandbox::remedy_for(need, trial, here_));
    }

    // Without it no verdict can be trusted.
    Ability essential(const char* name, const Trial& trial, const char* detail, const char* lost) {
        result_.can_grade = result_.can_grade && trial.works();
        return ability(name, trial, detail, lost, Need::observation);
    }

    void look_at_levels() {
        std::vector<Ability>& levels = group("levels");
        std::map<Level, Trial> trials;
        for (const Step& step : kSteps) trials[step.level] = sandbox::try_level(step.level);
        level_ = Level::shared;
        for (const auto& [level, trial] : trials) {
            if (!trial.works()) continue;
            level_ = level;
            break;
        }
        const bool namespaces = trials[Level::namespaces].works();
        for (const Step& step : kSteps) {
            const bool missed = step.level < level_;
            // What lies between, such as user namespaces where root makes the world, costs only comfort.
            const char* lost = missed ? step.lacks : "";
            if (missed && step.level == Level::namespaces && level_ == Level::privileged)
                lost = "Only root can keep programs apart here.";
            const Need need = namespaces ? step.need : Need::namespaces;
            Remedy remedy = sandbox::remedy_for(need, trials[step.level], here_);
            if (step.level == Level::own_user)
                remedy = {"Root may give programs to a user that nobody is:",
                          "sudo sockgrade check EXERCISE PROGRAM"};
            levels.push_back(ability(("level " + sandbox::to_string(step.level)).c_str(), trials[step.level],
                                     step.has, lost, remedy));
        }
        levels.push_back({"level E", true, "programs run as you", "", "", ""});
    }

    void look_at_isolation() {
        std::vector<Ability>& all = group("isolation");
        const Trial unprivileged = sandbox::try_own_network(Level::namespaces);
        const Level way = unprivileged.works() || !here_.root ? Level::namespaces : Level::privileged;
        const Trial network = unprivileged.works() ? unprivileged : sandbox::try_own_network(way);
        all.push_back(ability("user-namespaces", unprivileged, "and the rights in them are real",
                              "Keeping programs apart takes root.", Need::namespaces));
        all.push_back(
            ability("own-network", network, "and the way out of it is closed",
                    "A port that a program has written in may be taken here, so cases run one after "
                    "another; programs reach every server on this machine.",
                    Need::namespaces));
        all.push_back(
            ability("own-files", sandbox::try_own_files(way),
                    "the runtimes and a copy of the submission, and nothing else",
                    "Programs see this machine's files; what they write stays, and may fill the disk.",
                    Need::namespaces));
        const Trial processes = sandbox::try_own_processes(way);
        gaps_.sees_all_processes = sandbox::has_own_world(level_) && !processes.works();
        all.push_back(ability("own-processes", processes, "and no others are seen",
                              "Programs see the numbers and command lines of others' processes.",
                              Need::namespaces));
        const Trial number = sandbox::try_process_limit(level_);
        gaps_.any_number_of_them = !number.works();
        // Control groups count everybody's.
        all.push_back(ability("process-limit", number, "nobody starts more than a program's share",
                              level_ == Level::limited
                                  ? ""
                                  : "A program may start any number of processes, until this machine has "
                                    "no more for anybody.",
                              Need::process_limit));
        all.push_back(ability("memory-limit", sandbox::try_memory_limit(),
                              "a control group ends who takes more than its share",
                              "Memory is watched, not limited: a program is stopped once it is seen to have "
                              "too much, and other programs here may run short of it before.",
                              Need::control_groups));
        all.push_back(ability("ending-daemons", sandbox::try_ending_daemons(level_),
                              "nothing that a program starts outlives its case",
                              "What a program leaves running keeps its ports and memory.",
                              sandbox::install("util-linux", here_)));
        all.push_back(essential("no-new-privileges", sandbox::try_no_new_privileges(),
                                "programs gain none by sudo and the like",
                                "No program is started: with sudo and the like it could become root."));
        all.push_back(essential("forbidden-calls", sandbox::try_forbidden_calls(level_),
                                "system calls that lead round observation are refused",
                                "No program is started: system calls that nobody sees can't be refused."));
        look_at_landlock(all);
        look_at_ipv6(all);
    }

    void look_at_landlock(std::vector<Ability>& all) {
        const Trial files = sandbox::try_refusing_files();
        const Trial signals = sandbox::try_refusing_signals();
        refusals_ = {files.works(), signals.works()};
        const bool needed = !sandbox::has_own_world(level_);
        const std::string version = fmt::format("Landlock, version {}", sandbox::landlock_version());
        all.push_back(ability("refused-files", files, version.c_str(),
                              needed ? "Programs can read and write what their user can, which at level E is "
                                       "all that is yours."
                                     : "",
                              Need::landlock));
        all.push_back(ability("refused-signals", signals, version.c_str(),
                              needed ? "Programs can end other processes of their user, which at level E are "
                                       "all of yours."
                                     : "",
                              files.works() ? Need::landlock_signals : Need::landlock));
    }

    void look_at_ipv6(std::vector<Ability>& all) const {
        all.push_back(ability("ipv6", sandbox::try_ipv6(level_), "::1 can be listened at and dialled",
                              "Programs that use IPv6 fail here, although they work elsewhere.", Need::ipv6));
        all.push_back(ability(
            "localhost", sandbox::try_localhost(level_), "each address that it stands for can be listened at",
            "Programs that listen at all of them fail here, as asyncio's servers do, although "
            "they work elsewhere; a case that fails by that is not decided.",
            Need::ipv6));
    }

    void look_at_observation() {
        std::vector<Ability>& all = group("observation");
        const auto trial = [this](Trial (*attempt)(const observe::Become&)) {
            return sandbox::try_in_world(level_, attempt);
        };
        all.push_back(
            essential("socket-calls",
                      sandbox::try_in_world(level_,
                                            [means = observe::means_here()](const sandbox::Become& become) {
                                                return observe::try_observing(become, means);
                                            }),
                      "bind, listen, connect and send are seen before they happen",
                      "No program can be graded: when a server listens, and where a client dials, "
                      "would be guesses."));
        all.push_back(essential("seccomp-notification", trial(observe::try_notifications),
                                "the kernel asks before a socket call",
                                "Socket calls are not seen, and no program can be graded."));
        all.push_back(ability("pidfd_getfd", trial(observe::try_descriptors),
                              "the program's sockets can be looked at",
                              "Sockets are made for the program instead, and that it has closed one is seen "
                              "some milliseconds late. Time limits on its sockets are not seen, so that "
                              "failed cases can take seconds. Verdicts stay the same.",
                              Need::observation));
        all.push_back(essential("program-memory", trial(observe::try_memory),
                                "addresses that a program names can be read",
                                "Socket calls are not understood, and no program can be graded."));
        all.push_back(ability("quiescence", trial(observe::try_blocked_calls),
                              "a program that waits for ever is noticed at once",
                              "That a program waits for ever is noticed only when its time is up: failed "
                              "cases take seconds. Verdicts stay the same.",
                              Need::observation));
        all.push_back(ability("virtual-time", trial(timing::try_moving_time),
                              "a program's clock jumps over time in which everybody waits",
                              "Time-outs are waited for: cases with timers take as long as those. Verdicts "
                              "stay the same.",
                              Need::observation));
        all.push_back(
            essential("socket-queues",
                      sandbox::try_in_world(
                          level_, [](const sandbox::Become&) { return observe::try_socket_queues(); }),
                      "the kernel tells what a program has not read yet",
                      "No case can be decided: what a program has read is not known."));
    }

    void look_at_place(std::vector<Ability>& all) {
        const system::TemporaryPlace& place = place_.place;
        const bool is_good = place.can_write && place.complaint.empty();
        const Trial trial{is_good ? "" : system::complaints_of(place_.passed_by), 0};
        std::string detail = place.folder + " has room, and programs in it may be started";
        if (!place_.passed_by.empty()) detail += "; not " + system::complaints_of(place_.passed_by);
        result_.can_grade = result_.can_grade && place.can_write;
        all.push_back(
            ability("temporary-files", trial, detail.c_str(),
                    place.can_write && system::may_start_from_memory()
                        ? "What a Makefile builds can't be started there: folders with one can't be graded. "
                          "Other programs that are built are started from memory."
                    : place.can_write
                        ? "What is built can't be started: no programs in C, C++ and Go, and no folders with "
                          "a Makefile can be graded."
                        : "No program can be graded: there is no place for what lasts as long as a case.",
                    Remedy{"Name a folder that has room, and in which programs may be started:",
                           "TMPDIR=FOLDER sockgrade check EXERCISE PROGRAM"}));
    }

    void look_at_building() {
        std::optional<sandbox::Bubblewrap> found;
        // It takes a place for files, which has a line of its own.
        if (place_.place.can_write) found = sandbox::find_bubblewrap(system::search_path());
        const bool installed = system::find_program("bwrap").has_value();
        Trial trial;
        if (!found) trial.complaint = installed ? "bwrap is not allowed to work" : "there is no bwrap";
        const bool other_user = found && found->way == sandbox::Bubblewrap::Way::other_user;
        Remedy remedy = sandbox::install("bubblewrap", here_);
        if (installed) remedy = sandbox::remedy_for(Need::namespaces, trial, here_);
        std::vector<Ability>& all = group("building");
        look_at_place(all);
        all.push_back(ability("bubblewrap", trial,
                              other_user ? "compilers and Makefiles run in a sandbox, as a user of their own"
                                         : "compilers and Makefiles run in a sandbox",
                              "What a Makefile starts, and what a compiler reads, can be any of your files.",
                              remedy));
    }

    // Installed in somebody's home, or in a place of its own, it may be there for this user alone.
    void look_at_interpreters(std::vector<Ability>& all) const {
        const build::BuildOptions options;
        build::Workshop workshop(options);
        Trial trial;
        std::vector<std::string> started;
        for (const auto& [name, option, portrait] : {std::tuple{"python3", "-c", build::python_portrait()},
                                                     std::tuple{"node", "-p", build::node_portrait()}}) {
            const auto file = workshop.find(name);
            if (!file || !trial.works()) continue;
            const build::Interpreter interpreter = build::real_interpreter(*file, portrait, workshop);
            const std::string says = std::string(name) == "node" ? "1" : "print(1)";
            trial = sandbox::try_starting(level_, {interpreter.file, option, says}, interpreter.readable);
            started.push_back(interpreter.file);
        }
        if (started.empty()) return;
        all.push_back(ability(
            "interpreters", trial,
            fmt::format("{} start{} where programs run", list_of(started), started.size() == 1 ? "s" : "")
                .c_str(),
            "What it runs can't be graded: it works here, and not for the user and in the files "
            "that programs get.",
            Remedy{"Install it for all users, in /usr/local or /opt, or by a package.", ""}));
    }

    void look_at_languages() {
        std::vector<Ability>& all = group("languages");
        for (const build::ToolHere& tool : build::tools_here(system::search_path())) {
            Trial trial;
            if (!tool.version.has_value()) trial.complaint = "not found, or it does not work";
            all.push_back(ability(
                tool.name.c_str(), trial, tool.version.value_or("").c_str(),
                fmt::format("{} can't be graded.", tool.language == "C" || tool.language == "C++"
                                                       ? "Programs in " + tool.language
                                                   : tool.name == "make" ? "Folders with a Makefile"
                                                                         : "Programs in " + tool.language),
                sandbox::install(tool.package, here_)));
        }
        look_at_interpreters(all);
    }

    model::Checkup result_{"", "", {}, true, {}};
    sandbox::Surroundings here_ = sandbox::look_around();
    system::ChosenPlace place_ = system::choose_place(system::usual_places());
    Level level_ = Level::shared;
    sandbox::Refusals refusals_;
    sandbox::Gaps gaps_;
};

}  // namespace

model::Checkup check_up() { return Checkup().take(); }

}  // namespace sockgrade::cli
