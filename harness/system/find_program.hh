// Where a program's file is.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sockgrade::system {

// The PATH of this process, or what execvp(3) uses without one.
std::string search_path();

// The first executable file of that name in the folders of `path`, except that a binary further on is
// preferred to a script: version managers put scripts first that cost 100 ms a start (pyenv), or that name a
// program which is not installed. A name with a slash is looked for as it is. Relative folders in `path` are
// left out, since they would let a submission bring its own compiler.
std::optional<std::string> find_program(std::string_view name, std::string_view path);
std::optional<std::string> find_program(std::string_view name);

}  // namespace sockgrade::system
