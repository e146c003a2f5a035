// From the command line to what grading needs.
#pragma once

#include <string>

#include "build/build.hh"
#include "cli/options.hh"
#include "grading/case_runs.hh"
#include "model/spec.hh"

namespace sockgrade::cli {

// Processes at a time, and the isolation that this machine allows. UsageError when --require-isolation asks
// for more.
grading::RunOptions run_options(const Options& options);

// The sandbox that builds run in here; nullopt where bubblewrap is missing or not allowed to work. Finding
// out takes some milliseconds: ask once. Throws a UsageError when there is none and the options ask for
// isolation.
std::optional<sandbox::Bubblewrap> build_sandbox(const Options& options);

build::Built build_program(const model::Spec& spec, const std::string& program,
                           const std::optional<sandbox::Bubblewrap>& sandbox);

}  // namespace sockgrade::cli
