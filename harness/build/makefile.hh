// A folder that builds itself with make, in a copy.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "build/build.hh"
#include "build/workshop.hh"

namespace sockgrade::build {

// The name of the Makefile, as make looks for it.
std::optional<std::string> find_makefile(const std::filesystem::path& folder);

struct Made {
    std::filesystem::path copy;
    std::optional<Built> built;  // nullopt: make was content but there is no executable
};

Made make(const std::filesystem::path& folder, const std::string& makefile, Workshop& workshop);

}  // namespace sockgrade::build
