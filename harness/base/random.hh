// Repeatable chance. The standard library fixes its engines but not its distributions, so both are ours: the
// same seed gives the same stream with every compiler. SplitMix64 (Steele, Lea, Flood, 2014).
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace sockgrade {

// One well-mixed number from many, e.g. mix({seed, hash("case-id"), 3}). Depends on their order.
std::uint64_t mix(std::initializer_list<std::uint64_t> parts);

// FNV-1a, finished with a mix: the same on every machine.
std::uint64_t hash_of(std::string_view bytes);

class RandomStream {
  public:
    explicit RandomStream(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next();
    // Uniform in [0, bound); bound must not be 0.
    std::uint64_t below(std::uint64_t bound);

  private:
    std::uint64_t state_;
};

}  // namespace sockgrade
