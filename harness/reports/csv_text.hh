// A cell of CSV.
#pragma once

#include <string>
#include <string_view>

namespace sockgrade::reports {

// One line, always in quotes, so that no separator of any country ends it, and never a formula.
std::string csv_text(std::string_view text);

// Without the mark, Excel takes UTF-8 for something else.
inline constexpr std::string_view kCsvMark = "\ufeff";

}  // namespace sockgrade::reports
