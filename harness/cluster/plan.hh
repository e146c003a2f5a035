// A class on several machines: which parts there are, and how each is graded. Pure.
//
// Theory. Every system gets the same two scripts, one that grades the part that it is given and one that
// merges all, and a few lines of its own around them: an array of tasks, and a merge that waits for it.
// Whatever happens to a task, it is sent again as it was: the seed is fixed, `--resume` goes on with what is
// there, and the exit status says whether everybody has been graded, not whether everybody was right.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sockgrade::cluster {

struct Plan {
    std::string program;  // this one, and all paths as every machine has them
    std::string name;     // of the assignment
    std::string assignment;
    std::string submissions;
    std::string out;
    std::string roster;  // these may be empty
    std::string times;
    std::string overrides;
    std::uint64_t seed = 1;
    std::size_t parts = 1;
    std::string scratch;                 // as --scratch has it; empty: none
    std::size_t cpus = 0;                // for each part; 0: as the system gives them
    std::vector<std::string> headers;    // the system's own options
    std::vector<std::size_t> to_do;      // the parts to be sent
    std::vector<std::string> under_way;  // jobs that were sent before, for which the merge waits as well
    std::vector<std::string> merges;     // merges that were sent before, and wait for what has been cancelled
};

struct Script {
    std::string name;  // within the folder
    std::string text;
};

struct System {
    std::string_view name;
    std::string_view summary;
    std::vector<Script> (*scripts)(const Plan& plan);
    // Starts it all when it is run: one of the scripts.
    std::string_view start;
};

// nullptr when there is none of that name.
const System* system_named(std::string_view name);
std::vector<std::string> system_names();

// What holds for every system: part.sh and merge.sh.
std::vector<Script> common_scripts(const Plan& plan);

// Folders within plan.out.
std::string scripts_of(const Plan& plan);
std::string part_folder(const Plan& plan, std::size_t part);
std::string results_folder(const Plan& plan);

// What is written down beside the scripts: the same command later has to mean the same class, cut in the same
// way.
std::string describe(const Plan& plan);
// The seed in such a text; 0 when there is none.
std::uint64_t seed_in(const std::string& description);

// "1-4,7"
std::string ranges_of(const std::vector<std::size_t>& parts);

}  // namespace sockgrade::cluster
