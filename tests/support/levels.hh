// The levels of isolation that can be had here, whatever the machine would choose.
#pragma once

#include <unistd.h>

#include <vector>

#include "sandbox/level.hh"

namespace sockgrade::sandbox {

inline std::vector<Level> worlds_of_this_user() {
    if (::geteuid() != 0) return {Level::namespaces};
    return {Level::namespaces, Level::privileged};
}

inline std::vector<Level> levels_of_this_user() {
    std::vector<Level> levels = worlds_of_this_user();
    if (::geteuid() == 0) levels.push_back(Level::own_user);
    levels.push_back(Level::shared);
    return levels;
}

}  // namespace sockgrade::sandbox
