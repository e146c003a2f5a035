// A folder that lasts as long as its owner.
#pragma once

#include <string>
#include <string_view>

#include "system/fd.hh"

namespace sockgrade::system {

// `prefix` begins with "sockgrade", so that what a killed process leaves is known for ours.
// Made under $TMPDIR, or /tmp without one, for its owner only (mode 0700). At the end it is removed with all
// that is in it, whatever a program did there: unreadable folders, symbolic links, paths too long to name.
// What cannot be removed stays, silently: a leftover file must not cost anyone a result.
class TemporaryFolder {
  public:
    explicit TemporaryFolder(std::string_view prefix = "sockgrade");
    TemporaryFolder(TemporaryFolder&& other) noexcept;
    TemporaryFolder& operator=(TemporaryFolder&& other) noexcept;
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() { remove(); }

    // Absolute, without a slash at its end.
    const std::string& path() const { return path_; }

  private:
    void remove() noexcept;

    std::string path_;  // empty: nothing to remove
    Fd folder_;         // locked for as long as it lives in any process
};

// Removes the folders of this user whose owners were killed before they could do it: those that nobody has
// locked, and that are not just being made.
void remove_abandoned_folders();

}  // namespace sockgrade::system
