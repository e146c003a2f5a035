// Regular expressions in specs: RE2, whose time is linear in the text, whatever a program prints.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sockgrade {

// What is wrong with it; empty when nothing is. `^` and `$` mean a line's beginning and end.
std::string pattern_error(const std::string& pattern);

// Does it fit all of the text, capitals put aside? A pattern that is none fits nothing.
bool fits_whole(const std::string& pattern, std::string_view text);

// How often it fits, one behind the other. What fits nothing at all does not count.
std::size_t count_matches(const std::string& pattern, std::string_view text);

}  // namespace sockgrade
