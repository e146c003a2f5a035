// Which of several programs is meant. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace sockgrade::build {

// The index of the one of `stems` (file names without ending) that is named like a preferred name, or, when
// none is, of the one with a preferred name in it (TCPServer, my_server), capitals put aside; of the only one
// in any case. nullopt when that leaves several, or none.
std::optional<std::size_t> pick(const std::vector<std::string>& stems,
                                const std::vector<std::string>& preferred);

}  // namespace sockgrade::build
