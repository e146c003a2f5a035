// Where what is tested lies. In an object of their own: all others are the same in every checkout, and ccache
// finds them again.
#pragma once

#include <string>

namespace sockgrade {

std::string source_folder();
// A file of this checkout, by its path in it.
std::string in_source(const std::string& path);
std::string sockgrade_program();
// Runs a command as on a machine that lacks something (support/without.cc).
std::string without_program();

}  // namespace sockgrade
