// Which languages can be graded on this machine.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sockgrade::build {

struct ToolHere {
    std::string name;                    // "javac"
    std::string language;                // "Java"
    std::string package;                 // of Debian
    std::optional<std::string> version;  // what it says of itself; nothing: it is missing, or does not work
};

// Every compiler and interpreter, each started to ask for its version.
std::vector<ToolHere> tools_here(std::string_view search_path);

}  // namespace sockgrade::build
