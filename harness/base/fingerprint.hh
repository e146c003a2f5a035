// Tells whether something is still what it was. No protection against somebody who wants it to look alike.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sockgrade {

// FNV-1a, 64 bits. Parts are told apart: ("ab", "c") is not ("a", "bc").
class Fingerprint {
  public:
    void add(std::string_view part);
    std::string to_string() const;  // 16 hexadecimal digits

  private:
    void add_byte(unsigned char byte);

    std::uint64_t state_ = 0xcbf29ce484222325;
};

}  // namespace sockgrade
