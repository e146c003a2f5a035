#pragma once

#include <string>

namespace sockgrade::model {

// must decides whether a program passes, should earns points.
enum class Level { must, should };

std::string to_string(Level level);

}  // namespace sockgrade::model
