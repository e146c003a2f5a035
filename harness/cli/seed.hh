#pragma once

#include <cstdint>

namespace sockgrade::cli {

// Short enough to be typed again, and another one each time.
std::uint64_t random_seed();

}  // namespace sockgrade::cli
