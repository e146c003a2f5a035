#pragma once

#include <cstddef>
#include <string>

namespace sockgrade::telling {

// "1st", "12th", "21st".
std::string ordinal(std::size_t number);
// "first" to "fifth", and then as above.
std::string ordinal_in_words(std::size_t number);

}  // namespace sockgrade::telling
