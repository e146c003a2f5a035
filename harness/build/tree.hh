// Folders of files that a student made: copied and searched without leaving them.
#pragma once

#include <sys/types.h>

#include <cstdint>
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

// More than so many bytes on the disk, or so many files and folders; or a part of it may not be looked at.
// Only as much of it is looked at as it takes to know.
bool is_larger(const std::filesystem::path& folder, std::uintmax_t bytes, std::size_t entries);

// Whether a user who owns nothing of it can read all of it.
bool is_readable_by_others(const std::filesystem::path& folder);

// Makes it another user's, links themselves and not what they point to. Only while nobody else can change it.
void give_tree(const std::filesystem::path& folder, uid_t user);

}  // namespace sockgrade::build
