// Writes below one folder and nowhere else, whatever the paths say.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "system/fd.hh"

namespace sockgrade::batch {

// The folders and the name at the end of a path out of an archive; or why nobody should follow it.
struct SafePath {
    std::vector<std::string> parts;
    std::string refusal;  // empty: it is fine

    std::string to_string() const;  // joined by slashes
};

// Bytes that are not UTF-8 (archives of old systems) are written out as %XX; backslashes are Windows' slashes
// where there is no other.
SafePath safe_path(std::string_view name);

class SafeFolder {
  public:
    // Throws SystemError when it is no folder.
    explicit SafeFolder(const std::string& path);

    const std::string& path() const { return path_; }

    // Each folder on the way is opened by itself, never through a link. Throws SystemError, and UsageError
    // where a file is in the way. A file that is there already is replaced.
    void make_folder(const std::vector<std::string>& parts) const;
    system::Fd make_file(const std::vector<std::string>& parts, bool executable) const;
    // A link to somewhere inside. False when something is there already.
    bool make_link(const std::vector<std::string>& parts, const std::string& target) const;

  private:
    // The folder that all but the last of the parts name, made where it is missing.
    system::Fd parent_of(const std::vector<std::string>& parts) const;

    std::string path_;
    system::Fd top_;
};

// Whether a link at this place leads to a place inside, as far as names can tell.
bool stays_inside(const std::vector<std::string>& parts, std::string_view target);

}  // namespace sockgrade::batch
