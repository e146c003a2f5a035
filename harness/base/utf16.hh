// Text as Excel saves it under "Unicode text".
#pragma once

#include <string>
#include <string_view>

namespace sockgrade {

// As UTF-8, of what begins with UTF-16's byte order mark; everything else as it is.
std::string without_utf16(std::string_view bytes);

}  // namespace sockgrade
