// Which program of a folder is meant that has folders in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sockgrade::build {

// Leftovers of systems and tools, which nobody meant to hand in: __MACOSX, .DS_Store, __pycache__ ...
bool is_clutter(std::string_view name);

// Paths of files and of folders (with a slash at their end), relative to the folder, nearest first, then in
// alphabetical order. Clutter is left out; at most so many.
std::vector<std::string> paths_below(const std::string& folder, std::size_t most = 20'000);

// Can it be graded: a source, an executable, or a folder with something to build?
bool is_program(const std::string& folder, const std::string& path);

// A compiled program lies beside its source, and the source is what was handed in.
void drop_compiled(std::vector<std::string>& paths);

// The folder with the nearest program in it decides. A Makefile there, or above, builds what is there; one
// program is the one, and of several the one with a wanted name (pick.hh). A path relative to the folder,
// with a slash at its end for a folder; "" for the folder itself. Several: which one is meant, nobody knows.
struct Nearest {
    std::vector<std::string> candidates;  // none, the one, or several
};
Nearest nearest_program(const std::string& folder, const std::vector<std::string>& wanted_names);

}  // namespace sockgrade::build
