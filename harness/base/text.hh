// Helpers for text and bytes that people read.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sockgrade {

// Bytes in double quotes, with all that cannot be seen written out: \n \r \t \0 \x1b, quotes, backslashes,
// control and format characters of Unicode. Well-formed UTF-8 stays readable. The same byte over and over is
// counted: "abc" \0 x 900. Longer than `most` bytes: the middle is, too: "abc" ... 900 bytes more ... "xyz".
std::string quote(std::string_view bytes, std::size_t most = 200);

// The same without the quotes and without a limit: for text that is not shown as a value.
std::string escape(std::string_view bytes);

// Bytes without the \r, \n and NUL at their end.
std::string_view trim_line_end(std::string_view bytes);

// a-z to A-Z, every other byte as it is.
std::string ascii_capitals(std::string_view bytes);

// Capitals of UTF-8 text by the full rules of Unicode (ß becomes SS). Bytes that are not UTF-8: nothing
// changes.
std::string unicode_capitals(std::string_view bytes);

bool is_utf8(std::string_view bytes);

// The known name that `name` was most likely meant to be, or empty when none is near.
std::string nearest_name(std::string_view name, const std::vector<std::string>& known);

// "1 byte", "12 bytes"; "1 case", "3 cases".
std::string count_of(std::size_t count, std::string_view singular, std::string_view plural = {});

// "a, b and c".
std::string list_of(const std::vector<std::string>& items, std::string_view last = "and");

// Text broken into lines of at most `width` columns at spaces; words that are longer stand alone.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

std::string to_lower(std::string_view text);

}  // namespace sockgrade
