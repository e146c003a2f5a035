// One case: Plan -> Transcript, in this process.
#pragma once

#include <string>
#include <vector>

#include "model/transcript.hh"
#include "sandbox/world.hh"

namespace sockgrade::run {

struct Submission {
    std::vector<std::string> command;      // what to execute; the plan's arguments follow
    std::string folder;                    // where it runs
    std::vector<std::string> environment;  // NAME=value, on top of what every program gets
    // Absolute files and folders that it has to be able to read beside its own and what is installed for all.
    std::vector<std::string> readable;
};

// The calling process must have one thread, and its network is another one afterwards: meant for a process
// that does nothing else (case_process.hh). What goes wrong on our side is an event of the transcript, never
// an exception.
model::Transcript run_case(const model::Plan& plan, const Submission& submission, bool isolated);

}  // namespace sockgrade::run
