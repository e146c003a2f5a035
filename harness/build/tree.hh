// Folders of files that a student made: copied and searched without leaving them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace sockgrade::build {

// A regular file, or a link to one that is inside the folder too: a link in a hand-in must not make us read,
// run or show a file of the machine.
bool is_file_inside(const std::filesystem::path& folder, const std::filesystem::path& file);

// ELF (no shared library) or a script with a #! line, and allowed to be executed.
bool is_executable(const std::filesystem::path& file);

// All executables below the folder but for hidden folders, as paths relative to it, sorted.
std::vector<std::string> executables_below(const std::filesystem::path& folder);

// Files, folders and links (as links); FIFOs, sockets and devices stay behind. Throws a UsageError for a
// folder of unreasonable size and for files that may not be read.
void copy_tree(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace sockgrade::build
