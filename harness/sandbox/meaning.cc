#include "sandbox/meaning.hh"

#include <fmt/format.h>

#include "sandbox/limits.hh"

namespace sockgrade::sandbox {

namespace {

constexpr int kMib = 20;

std::string memory_is_watched(const Limits& limits) {
    return fmt::format(
        "memory: it is watched, not limited. A program is stopped once it is seen with more than {} MiB; by "
        "then it may have more, up to {} MiB in each process.",
        limits.memory >> kMib, limits.data >> kMib);
}

std::string files_are_shared(Level level, bool refused) {
    if (refused)
        return fmt::format(
            "files: Landlock refuses all but the installed runtimes, /dev/shm and the program's own folder; "
            "{}what one case writes there is there in the next.",
            level == Level::own_user ? "" : "that one is the real one, and ");
    return fmt::format(
        "files: without Landlock a program can read and write whatever {}.",
        level == Level::own_user ? "any user of this machine can" : "you can, its own tests and results too");
}

std::string processes_are_shared(Level level, bool refused) {
    if (level == Level::own_user)
        return "processes: a program sees those of others. Signals reach those of its own user only.";
    if (refused)
        return "processes: a program runs as you. Landlock refuses signals to your other processes, but it "
               "can see them all.";
    return "processes: a program runs as you, and can stop and kill your other processes, this grader too.";
}

std::string any_number_of_processes(const Limits& limits) {
    return fmt::format(
        "number of processes: a program may start any number. It runs as root, whose processes this kernel "
        "does not count; elsewhere it has {}.",
        limits.processes);
}

}  // namespace

std::string meaning_of(Level level, const Gaps& gaps) {
    const Limits limits;
    switch (level) {
        case Level::limited:
            return fmt::format(
                "Each case has a network, files and processes of its own: programs reach neither the "
                "internet nor your files, and nothing that they start outlives the case. The kernel limits "
                "memory ({} MiB), processes ({}) and disk ({} MiB).",
                limits.memory >> kMib, limits.processes, limits.disk >> kMib);
        case Level::namespaces:
            return fmt::format(
                "Each case has a network, files and processes of its own: programs reach neither the "
                "internet nor your files, and nothing that they start outlives the case. The kernel limits "
                "{}disk ({} MiB); memory is watched.",
                gaps.any_number_of_them ? "" : fmt::format("processes ({}) and ", limits.processes),
                limits.disk >> kMib);
        case Level::privileged:
            return fmt::format(
                "Each case has a network, files and processes of its own, which root makes: programs reach "
                "neither the internet nor your files, and nothing that they start outlives the case. They "
                "run as a user that nobody else is, with at most {} processes and {} MiB of disk; memory is "
                "watched.",
                limits.processes, limits.disk >> kMib);
        case Level::own_user:
            return "Programs run as a user that nobody else is, but in this machine's network and among its "
                   "files. Grade programs that you don't trust only in a container that you throw away.";
        case Level::shared:
            return "Programs run as you do, in this machine's network and among its files. Grade only "
                   "programs that you trust, or in a container that you throw away.";
    }
    return "";
}

std::vector<std::string> not_contained(Level level, const Refusals& refusals, const Gaps& gaps) {
    const Limits limits;
    if (has_own_world(level)) {
        std::vector<std::string> facts;
        if (gaps.sees_all_processes)
            facts.emplace_back(
                "processes: a program sees the numbers and command lines of this container's. Landlock "
                "refuses to let it look into them, and signals don't reach them.");
        if (level == Level::limited) return facts;
        facts.push_back(memory_is_watched(limits));
        if (gaps.any_number_of_them) facts.push_back(any_number_of_processes(limits));
        return facts;
    }
    std::vector<std::string> facts = {
        "network: programs share this machine's, and reach every server on it. What they dial elsewhere is "
        "brought home to loopback by the observer, which is no fence: a program that sets out to get round "
        "it gets out, and whoever reaches this machine reaches a program that listens on every address.",
        "ports: one that a program has written in may be taken by something else here; cases therefore run "
        "one after another, and only one Sockgrade at a time should run.",
        processes_are_shared(level, refusals.signals),
        files_are_shared(level, refusals.files),
        fmt::format("disk: each file may have {} MiB, but there may be any number of them.",
                    limits.file_size >> kMib),
        memory_is_watched(limits),
    };
    if (gaps.any_number_of_them)
        facts.push_back(any_number_of_processes(limits));
    else if (level == Level::shared)
        facts.push_back(
            fmt::format("number of processes: {} more than you have when the program starts, so that others "
                        "of yours may run out of them.",
                        limits.processes));
    return facts;
}

}  // namespace sockgrade::sandbox
