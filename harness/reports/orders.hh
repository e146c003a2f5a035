// CI runners obey lines of a job's log. What a student's program says must not be such a line.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sockgrade::reports {

// Where the next order begins that is obeyed wherever it stands in a line: ##[group], ##vso[...],
// ##teamcity[...]; npos when there is none.
std::size_t find_order(std::string_view text, std::size_t from = 0);

// The line with one letter of each order written out, so that it reads the same and is none. GitHub's lines
// that begin with `::`, after any kind of space, too.
std::string without_orders(std::string_view line);

// The same for each of several lines.
std::string lines_without_orders(std::string_view text);

}  // namespace sockgrade::reports
