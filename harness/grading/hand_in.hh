// A built program, ready to be run: who it will be, and with files that this one may read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "build/build.hh"
#include "run/case.hh"
#include "sandbox/level.hh"
#include "system/temporary_folder.hh"

namespace sockgrade::grading {

// Root's programs run as nobody that this machine knows (identity.hh), who may read none of root's files: the
// submission's folder is copied for them. Everybody else's run on the folder as it is, under an overlay where
// there are namespaces. A program at the top of the file system, as in many containers, gets a folder of its
// own.
class HandIn {
  public:
    // Throws SystemError, and UsageError for what can't be read.
    HandIn(const build::Built& built, sandbox::Level level);

    const run::Submission& submission() const { return submission_; }
    const std::vector<std::string>& notes() const { return notes_; }

  private:
    void copy_folder(sandbox::Level level);

    std::optional<system::TemporaryFolder> copy_;
    run::Submission submission_;
    std::vector<std::string> notes_;
};

}  // namespace sockgrade::grading
