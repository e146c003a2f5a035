#include "cli/seed.hh"

#include <sys/random.h>

#include "system/system_error.hh"

namespace sockgrade::cli {

std::uint64_t random_seed() {
    constexpr int kBits = 53;
    std::uint64_t value = 0;
    system::check_call("getrandom", ::getrandom(&value, sizeof(value), 0));
    return value >> (64 - kBits);
}

}  // namespace sockgrade::cli
