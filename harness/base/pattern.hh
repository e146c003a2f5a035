// Regular expressions in specs: RE2, whose time is linear in the text, whatever a program prints.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sockgrade {

// What is wrong with it; empty when nothing is. `^` and `$` mean a line's beginning and end.
std::string pattern_error(const std::string& pattern);

// How often it fits, one behind the other. What fits nothing at all does not count.
std::size_t count_matches(const std::string& pattern, std::string_view text);

}  // namespace sockgrade
