// One hand-in, ready to be looked into: a folder, with what came in archives unpacked.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "batch/submissions.hh"
#include "system/temporary_folder.hh"

namespace sockgrade::batch {

// A hand-in as one folder, archives unpacked: what programs are looked for in.
class Prepared {
  public:
    // Throws SystemError.
    explicit Prepared(const Submission& submission);

    const std::string& folder() const { return folder_; }
    const std::string& refusal() const { return refusal_; }  // a sentence, when nothing of it can be graded
    const std::vector<std::string>& notes() const { return notes_; }

  private:
    void unpack_into(const HandedFile& archive, const std::string& folder);
    void unpack_what_is_in(const std::string& folder, int depth);
    void copy(const HandedFile& file);

    std::optional<system::TemporaryFolder> files_;
    std::string folder_;
    std::string refusal_;
    std::vector<std::string> notes_;
};

}  // namespace sockgrade::batch
