// What a program needs of this machine beside its own files: the runtimes that are installed, and no user's
// data.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sockgrade::sandbox {

struct RuntimePath {
    std::string path;  // absolute
    // The text of the symbolic link that it is, such as usr/bin for /bin, where its target can be seen as
    // well. Without one it is a file or a folder (or a link to something unseen) to be mounted at `path`.
    std::optional<std::string> link;
    friend bool operator==(const RuntimePath&, const RuntimePath&) = default;
};

// What is there of the folders and files that any program may read, each folder before what is in it. Of /etc
// only what runtimes look up: no users, no hosts, no name of this machine, since a sandbox makes its own
// passwd, group, hosts and nsswitch.conf. `root`: a folder to take for / (for tests); not part of the
// results.
std::vector<RuntimePath> runtime_paths(const std::string& root = "");

// Whether the path is one of these or below one.
bool is_covered(std::string_view path, const std::vector<RuntimePath>& paths);

// The caller's home, from HOME; empty without one.
std::string home_folder();

// Whether all that is in the folder would be too much to show: the home itself, what is around it, what is
// kept in it for all programs (~/.local), and folders that everybody uses (/tmp).
bool is_shared_folder(const std::string& folder, const std::string& home = home_folder());

// The folders that an interpreter or compiler outside of runtime_paths() needs to run, e.g. that of a virtual
// environment and that of the Python behind it: for each name on the way through its symbolic links, the
// folder that has it in its `bin`, or the folder that it is in. Where that is a shared folder (~/bin), only
// the file is named. Empty for a tool that is covered or not there.
std::vector<std::string> installation_of(const std::string& tool, const std::string& home = home_folder());

}  // namespace sockgrade::sandbox
