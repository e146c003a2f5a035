// `sockgrade check` with an assignment in place of an exercise.
#pragma once

#include "cli/options.hh"

namespace sockgrade::cli {

// Whether the exercise that the command line names is an assignment's file.
bool names_assignment(const Options& options);

// `sockgrade check`, whatever it was given.
int check_any(const Options& options);

// The exit status: 0 all exercises passed, 1 one failed or its program is missing, 3 one could not be graded.
int check_assignment(const Options& options);

}  // namespace sockgrade::cli
