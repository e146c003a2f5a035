#pragma once

#include <string>

namespace sockgrade {

// As a shell takes it for this one word.
std::string shell_word(const std::string& word);

}  // namespace sockgrade
