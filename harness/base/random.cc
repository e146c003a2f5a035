#include "base/random.hh"

namespace sockgrade {

namespace {

constexpr std::uint64_t kGolden = 0x9e3779b97f4a7c15;

constexpr std::uint64_t finish(std::uint64_t z) {
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
}

}  // namespace

std::uint64_t mix(std::initializer_list<std::uint64_t> parts) {
    std::uint64_t mixed = 0;
    for (const std::uint64_t part : parts) mixed = finish(mixed + kGolden + part);
    return mixed;
}

std::uint64_t hash_of(std::string_view bytes) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    return finish(hash);
}

std::uint64_t RandomStream::next() {
    state_ += kGolden;
    return finish(state_);
}

std::uint64_t RandomStream::below(std::uint64_t bound) {
    // Draws from the incomplete last range are thrown away, so that each result is equally likely.
    const std::uint64_t first_fair = (0 - bound) % bound;
    for (;;) {
        const std::uint64_t draw = next();
        if (draw >= first_fair) return draw % bound;
    }
}

}  // namespace sockgrade
