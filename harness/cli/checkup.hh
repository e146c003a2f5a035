// Tries out everything that grading rests on, one after the other: what `sockgrade doctor` reports.
#pragma once

#include "model/checkup.hh"

namespace sockgrade::cli {

// Moves the calling process into a control group of its own where it may.
model::Checkup check_up();

}  // namespace sockgrade::cli
