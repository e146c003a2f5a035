// Regular expressions in specs: RE2, whose time is linear in the text, whatever a program prints.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sockgrade {

// What is wrong with it; empty when nothing is. `^` and `$` mean a line's beginning and end.
std::string pattern_error(const std::string& pattern);

// Does it fit all of the text, capitals put aside? A pattern that is none fits nothing.
bool fits_whole(const std::string& pattern, std::string_view text);

// How often it fits, one behind the other. What fits nothing at all does not count.
std::size_t count_matches(const std::string& pattern, std::string_view text);

// --- Of all of a text, capitals told apart, `.` not a line end, `^` and `$` the text's ends.

// What is wrong with a pattern for this; empty when nothing is.
std::string whole_pattern_error(const std::string& pattern);

// The names of its groups (?P<name>...), in their order.
std::vector<std::string> pattern_names(const std::string& pattern);

// What its named groups hold where it fits all of the text; nothing where it does not.
using Captures = std::vector<std::pair<std::string, std::string>>;
std::optional<Captures> captures(const std::string& pattern, std::string_view text);

// How far a pattern fits that does not fit all of a text: so many of its bytes, so many of the text's.
struct PartialFit {
    std::size_t pattern = 0;
    std::size_t text = 0;
};
PartialFit partial_fit(const std::string& pattern, std::string_view text);

// The pattern that fits these bytes alone.
std::string pattern_of(std::string_view bytes);

}  // namespace sockgrade
