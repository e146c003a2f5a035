// Texts that people take for the same.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sockgrade {

// The words of a text in small letters, without what stands between them.
std::vector<std::string> words_of(std::string_view text);

// In small letters, with one space for whatever stands between words: spaces, line ends, punctuation,
// typographic quotes and dashes. `SOCK_STREAM`, `sock stream` and ` "SOCK-STREAM". ` become `sock stream`.
// Words stay apart, so that 127.0.0.1 is not 12.70.0.1. Articles go (the, a, an) where something else is
// left.
std::string normal_form(std::string_view text);

}  // namespace sockgrade
