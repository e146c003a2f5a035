// One case: Plan -> Transcript, in this process.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/transcript.hh"
#include "sandbox/control_group.hh"
#include "sandbox/identity.hh"
#include "sandbox/level.hh"
#include "system/temporary_folder.hh"

namespace sockgrade::run {

struct Submission {
    std::vector<std::string> command;      // what to execute; the plan's arguments follow
    std::string folder;                    // where it runs
    std::vector<std::string> environment;  // NAME=value, on top of what every program gets
    std::vector<std::string> readable;     // absolute: what else it needs, beside the machine's runtimes
    std::string source;                    // where the files of `folder` really are; empty: there
    sandbox::Identity identity = sandbox::identity_for_programs();
};

// The file that {file} stands for, where the arguments have it: with the given message, and gone with this.
// Made by whoever outlives the process of the case, which may be killed at any time.
class GivenFile {
  public:
    explicit GivenFile(const model::Given& given);

    bool exists() const { return folder_.has_value(); }
    std::string folder() const { return exists() ? folder_->path() : std::string{}; }
    std::string path() const;

  private:
    std::optional<system::TemporaryFolder> folder_;
};

// The calling process must have one thread, and its network is another one afterwards: meant for a process
// that does nothing else (case_process.hh). What goes wrong on our side is an event of the transcript, never
// an exception.
// `group`: what the program's processes become members of, or null.
model::Transcript run_case(const model::Plan& plan, const Submission& submission, sandbox::Level level,
                           const sandbox::ControlGroup* group, const GivenFile& given_file);

}  // namespace sockgrade::run
