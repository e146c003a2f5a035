// Reports in an output: a word of some kinds, and the number that it is about. "missing 6", "packet 6 is
// missing", "missing: 6, 7".
#pragma once

#include <compare>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sockgrade::wording {

struct Report {
    std::string kind;
    std::size_t number = 0;
    friend auto operator<=>(const Report&, const Report&) = default;
};

// In the order in which they stand there.
std::vector<Report> reports_in(const std::vector<std::string>& kinds, std::string_view output);

// The same reports, in whichever order, and no others.
bool are_all_reports(std::vector<Report> due, std::vector<Report> got);

}  // namespace sockgrade::wording
