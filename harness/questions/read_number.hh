// Numbers as people write them.
#pragma once

#include <string_view>
#include <vector>

namespace sockgrade::questions {

// What the one number in the text may mean: 65.535 is a little more than 65 for some, and 65535 for others. A
// unit or a word beside it does no harm. Empty where there is no number, or more than one.
std::vector<double> read_number(std::string_view text);

}  // namespace sockgrade::questions
