// A case in a process of its own: cases run side by side, a crash of ours takes one of them, and every world
// is new.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>

#include "run/case.hh"
#include "system/fd.hh"

namespace sockgrade::run {

// Where cases run on this machine.
struct Place {
    sandbox::Level level = sandbox::Level::namespaces;
    sandbox::ControlGroups groups{};  // used at the level that has them
};

class CaseProcess {
  public:
    // Forks; the calling process must have one thread. Throws SystemError.
    CaseProcess(const model::Plan& plan, const Submission& submission, const Place& place);
    CaseProcess(CaseProcess&&) = default;
    CaseProcess& operator=(CaseProcess&&) = default;
    CaseProcess(const CaseProcess&) = delete;
    CaseProcess& operator=(const CaseProcess&) = delete;
    ~CaseProcess();  // ends it, with everything that it started

    int descriptor() const { return results_.get(); }  // readable when read_more() has something to do

    // Reads what has come. The transcript when it is complete; a process that dies before that leaves one
    // with a Trouble in it.
    std::optional<model::Transcript> read_more();

  private:
    model::Plan plan_;
    GivenFile given_file_;  // here, since the process may be killed
    std::optional<sandbox::ControlGroup> group_;
    std::optional<sandbox::Identity> own_user_;  // whose processes are all of this case
    pid_t process_ = -1;
    system::Fd handle_;  // pidfd
    system::Fd results_;
    std::string text_;
};

}  // namespace sockgrade::run
