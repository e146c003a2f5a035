// A fuzz target: one file that looks at any bytes and says what must hold of them. libFuzzer drives it where
// all is built with its coverage (ci/fuzz), replay.cc in every other build (ctest). What ends the program is
// a finding: a sanitizer, an exception that nobody catches, a property that does not hold, too much memory or
// time (one_input.cc).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sockgrade::fuzz {

// Each target defines it.
void look_at(std::string_view input);

// Ends the program where it does not hold, with what it is about.
void require(bool holds, std::string_view property, std::string_view about = {});

// Takes an input apart: texts that end in a NUL, and small numbers. An input that is used up begins anew, so
// that few bytes fill many fields.
class Pieces {
  public:
    explicit Pieces(std::string_view input) : all_(input), rest_(input) {}

    std::string text();
    // Below `bound`; one byte of the input.
    std::size_t number(std::size_t bound);
    // What has not been looked at, once.
    std::string_view rest() const { return rest_; }

  private:
    std::string_view all_;
    std::string_view rest_;
};

}  // namespace sockgrade::fuzz
