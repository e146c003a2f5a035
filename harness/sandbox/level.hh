// How far a program can be kept apart from everything else here: the ladder, best first.
#pragma once

#include <string>

namespace sockgrade::sandbox {

enum class Level {
    limited,     // "A": as B, and control groups limit memory and processes
    namespaces,  // "B": a world of its own, by a user namespace
    privileged,  // "C": a world of its own that root made; the program is nobody that this machine knows
    own_user,    // "D": root in a container: a user of its own, but the container's network and files
    shared       // "E": same user, same network as everything else
};

std::string to_string(Level level);  // its letter

// A network, processes and files of its own. Without them cases run one after another, on loopback.
constexpr bool has_own_world(Level level) { return level <= Level::privileged; }

}  // namespace sockgrade::sandbox
