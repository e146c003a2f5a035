#include "cli/seed.hh"

#include <sys/random.h>

namespace sockgrade::cli {

std::uint64_t random_seed() {
    constexpr std::uint64_t kMost = 1'000'000;
    std::uint64_t value = 0;
    if (::getrandom(&value, sizeof(value), 0) != sizeof(value)) return 1;
    return value % kMost + 1;
}

}  // namespace sockgrade::cli
