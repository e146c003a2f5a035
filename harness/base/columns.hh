// How wide text is on a screen, and where it may be cut.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sockgrade {

// Columns of UTF-8 text in a terminal: wide letters (CJK, emoji) take two, marks that sit on a letter none.
std::size_t columns_of(std::string_view text);

// The smallest parts that must not be torn apart: a letter with its marks, or an escape such as \n, \x1b or
// \u{9b}.
std::vector<std::string_view> units_of(std::string_view escaped);

// Text broken at spaces into lines of at most `width` columns. Unlike wrap(), it keeps every other space, so
// that indentation and quoted bytes stay what they are; a word that is too long is cut.
std::vector<std::string> fold(std::string_view text, std::size_t width);

}  // namespace sockgrade
