// A process of its own whose work ends in a text: the parent reads it as it comes. It ends in any case, if
// need be by an alarm that the kernel keeps.
#pragma once

#include <sys/types.h>

#include <functional>
#include <optional>
#include <string>

#include "run/case.hh"
#include "system/fd.hh"

namespace sockgrade::run {

// Where cases run on this machine.
struct Place {
    sandbox::Level level = sandbox::Level::namespaces;
    sandbox::ControlGroups groups{};  // used at the level that has them
    double slowness = 1;              // of its processors (slowness.hh)
};

class ReportingProcess {
  public:
    // What the child does: given what its programs' processes become members of (or null), and the file that
    // {file} stands for.
    using Work = std::function<std::string(const sandbox::ControlGroup* group, const GivenFile& given_file)>;

    // Forks; the calling process must have one thread. Throws SystemError.
    ReportingProcess(const model::Plan& plan, const sandbox::Identity& identity, const Place& place,
                     const Work& work);
    ReportingProcess(ReportingProcess&&) = default;
    ReportingProcess& operator=(ReportingProcess&&) = default;
    ReportingProcess(const ReportingProcess&) = delete;
    ReportingProcess& operator=(const ReportingProcess&) = delete;
    ~ReportingProcess();  // ends it, with everything that it started

    int descriptor() const { return results_.get(); }  // readable when read_more() has something to do

    // Reads what has come. All of it when it has ended.
    std::optional<std::string> read_more();
    // After that, of one that said something else than it should.
    model::event::Trouble ended_early(const std::string& why) const;

  private:
    GivenFile given_file_;  // here, since the process may be killed
    std::optional<sandbox::ControlGroup> group_;
    std::optional<sandbox::Identity> own_user_;  // whose processes are all of this case
    pid_t process_ = -1;
    system::Fd handle_;  // pidfd
    system::Fd results_;
    std::string text_;
};

}  // namespace sockgrade::run
