#include "base/fingerprint.hh"

#include <fmt/format.h>

namespace sockgrade {

void Fingerprint::add_byte(unsigned char byte) {
    constexpr std::uint64_t kPrime = 0x100000001b3;
    state_ = (state_ ^ byte) * kPrime;
}

void Fingerprint::add(std::string_view part) {
    for (std::uint64_t size = part.size(), i = 0; i < 8; ++i, size >>= 8)
        add_byte(static_cast<unsigned char>(size & 0xff));
    for (const char c : part) add_byte(static_cast<unsigned char>(c));
}

std::string Fingerprint::to_string() const { return fmt::format("{:016x}", state_); }

}  // namespace sockgrade
