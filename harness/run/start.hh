// How a program is started in the world of its case.
#pragma once

#include <optional>

#include "run/case.hh"
#include "run/program.hh"
#include "sandbox/file_view.hh"

namespace sockgrade::run {

class Start {
  public:
    // Before the world is entered: what the program needs to read is opened while we are still who we are,
    // since the world's user may not be let through a home folder on the way.
    Start(const Submission& submission, sandbox::Level level);

    ProgramOptions options(const model::Plan& plan, const GivenFile& given_file,
                           const sandbox::ControlGroup* group);

  private:
    const Submission& submission_;
    sandbox::Level level_;
    sandbox::FileViewOptions view_;
    std::optional<sandbox::FileView> files_;
};

}  // namespace sockgrade::run
