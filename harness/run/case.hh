// One case: Plan -> Transcript, in this process.
#pragma once

#include <string>
#include <vector>

#include "model/transcript.hh"
#include "sandbox/control_group.hh"
#include "sandbox/identity.hh"
#include "sandbox/level.hh"

namespace sockgrade::run {

struct Submission {
    std::vector<std::string> command;      // what to execute; the plan's arguments follow
    std::string folder;                    // where it runs
    std::vector<std::string> environment;  // NAME=value, on top of what every program gets
    std::vector<std::string> readable;     // absolute: what else it needs, beside the machine's runtimes
    std::string source;                    // where the files of `folder` really are; empty: there
    sandbox::Identity identity = sandbox::identity_for_programs();
};

// The calling process must have one thread, and its network is another one afterwards: meant for a process
// that does nothing else (case_process.hh). What goes wrong on our side is an event of the transcript, never
// an exception.
// `group`: what the program's processes become members of, or null.
model::Transcript run_case(const model::Plan& plan, const Submission& submission, sandbox::Level level,
                           const sandbox::ControlGroup* group = nullptr);

}  // namespace sockgrade::run
