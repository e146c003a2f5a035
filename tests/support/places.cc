#include "tests/support/places.hh"

namespace sockgrade {

std::string source_folder() { return SOCKGRADE_SOURCE_DIR; }

std::string in_source(const std::string& path) { return source_folder() + "/" + path; }

std::string sockgrade_program() { return SOCKGRADE_PROGRAM; }

std::string without_program() { return SOCKGRADE_WITHOUT; }

}  // namespace sockgrade
