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

build::Built build_program(const model::Spec& spec, const std::string& program);

}  // namespace sockgrade::cli
