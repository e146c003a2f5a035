// The systems that a class can be sent to, a file each.
#pragma once

#include "cluster/plan.hh"

namespace sockgrade::cluster {

extern const System kSlurm;
extern const System kGridEngine;
extern const System kParallel;
extern const System kMake;

// What a job is called: letters, digits and dashes of the assignment's name.
std::string job_name(const Plan& plan);
// The system's own options, each in a line of the script's head.
std::string header_lines(const Plan& plan, std::string_view prefix);
// " --jobs 4": two for each processor of a part, where the command line says how many it has.
std::string jobs_for(const Plan& plan);

}  // namespace sockgrade::cluster
