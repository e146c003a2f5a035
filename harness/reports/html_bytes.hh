// Bytes on an HTML page: what was awaited beside what came, and what a program printed.
#pragma once

#include <cstddef>
#include <string_view>

#include "reports/markup.hh"

namespace sockgrade::reports::html {

// Text of any origin with its line ends; what is written out since it can't be seen stands out.
Markup bytes(std::string_view any);

// Both values, with a mark on what only one of them has. Of long ones the part where they differ.
Markup difference(std::string_view awaited, std::string_view got);

// The beginning and the end of what is longer than `most` bytes.
Markup output(std::string_view printed, std::size_t most);

}  // namespace sockgrade::reports::html
