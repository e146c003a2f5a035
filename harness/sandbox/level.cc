#include "sandbox/level.hh"

namespace sockgrade::sandbox {

std::string to_string(Level level) {
    return std::string(1, static_cast<char>('A' + static_cast<int>(level)));
}

}  // namespace sockgrade::sandbox
