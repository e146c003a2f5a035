// From the command line to what grading needs.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "build/build.hh"
#include "grading/case_runs.hh"
#include "grading/pair.hh"
#include "model/spec.hh"

namespace CLI {
class App;
}

namespace sockgrade::cli {

// How programs are run.
struct RunningOptions {
    std::optional<std::uint64_t> seed;
    std::size_t jobs = 0;  // 0: as many as processors
    bool require_isolation = false;
    bool no_quiescence = false;
    bool real_time = false;  // the program's clock does not jump
};

void add_running(CLI::App& command, RunningOptions& options);

// Processes at a time, and the isolation that this machine allows. UsageError when --require-isolation asks
// for more; an error of this machine where programs can't be observed, which would be held against them.
grading::RunOptions run_options(const RunningOptions& options);

void add_scratch(CLI::App& command, std::string& folder);

// Everything temporary goes to this folder from here on, which has to be there: --scratch. "job": the one
// that the cluster has made for this job, else the usual place. UsageError when nothing can be written or
// started in it.
void use_scratch(const std::string& folder);

// The sandbox that builds run in here; nullopt where bubblewrap is missing or not allowed to work. Finding
// out takes tens of milliseconds. Throws a UsageError when there is none and the options ask for isolation.
std::optional<sandbox::Bubblewrap> build_sandbox(const RunningOptions& options);

// `find_sandbox` is called when something has to be built, and not for a program that is run as it is.
build::Built build_program(const model::Spec& spec, const std::string& program,
                           const std::function<std::optional<sandbox::Bubblewrap>()>& find_sandbox);

// The programs of a pair, as the command line names them: one for each role, or a folder with both. The one
// that dials comes first.
std::pair<std::string, std::string> pair_names(const model::Spec& spec, const std::string& folder,
                                               const std::map<std::string, std::string>& by_role);

grading::PairPrograms build_pair(const model::Spec& spec, const std::pair<std::string, std::string>& names,
                                 const std::function<std::optional<sandbox::Bubblewrap>()>& find_sandbox);

}  // namespace sockgrade::cli
